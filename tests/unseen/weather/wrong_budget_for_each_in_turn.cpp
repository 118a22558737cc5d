// Wrong: all run at once, but each is awaited with the whole budget in turn, so it can last several budgets until it is too late.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct Tasks : std::vector<aio::Task<std::string>> {
    ~Tasks() {
        for (auto& t : *this) t.cancel();
    }
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Tasks tasks;
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    std::vector<std::string> answers;
    try {
        for (auto& task : tasks) answers.push_back(co_await aio::timeout(budget, task));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    co_return answers;
}
