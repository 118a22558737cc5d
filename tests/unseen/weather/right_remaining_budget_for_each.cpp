// Right: all tasks run at once, and each is awaited with what is left of the one budget.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct CancelOnExit {
    std::vector<aio::Task<std::string>>& tasks;
    ~CancelOnExit() {
        for (auto& t : tasks) t.cancel();
    }
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const aio::Duration begin = aio::now();
    std::vector<aio::Task<std::string>> tasks;
    CancelOnExit guard{tasks};
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));

    std::vector<std::string> answers;
    try {
        for (auto& task : tasks) {
            const aio::Duration left = budget - (aio::now() - begin);
            answers.push_back(co_await aio::timeout(left, task));
        }
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late after " << answers.size() << " answers\n";
        co_return std::nullopt;
    }
    co_return answers;
}
