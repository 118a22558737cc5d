// Wrong: looks only every 500 ms whether all are there, so it can return up to half a second after the last answer.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct Crew {
    std::vector<aio::Task<std::string>> tasks;
    bool done() const {
        for (auto& t : tasks)
            if (!t.done()) return false;
        return true;
    }
    ~Crew() {
        for (auto& t : tasks) t.cancel();
    }
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Crew crew;
    for (auto& s : servers) crew.tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    const auto begin = aio::now();
    while (!crew.done()) {
        const aio::Duration left = budget - (aio::now() - begin);
        if (left <= 0s) {
            std::cout << "Too late\n";
            co_return std::nullopt;
        }
        co_await aio::sleep(std::min<aio::Duration>(left, 500ms));
    }
    std::vector<std::string> answers;
    for (auto& t : crew.tasks) answers.push_back(t.result());
    co_return answers;
}
