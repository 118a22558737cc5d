// Right: looks every 50 ms whether all tasks are done, the last time exactly at the end of the budget.
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

static bool all_done(const std::vector<aio::Task<std::string>>& tasks) {
    return std::all_of(tasks.begin(), tasks.end(), [](const auto& t) { return t.done(); });
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));

    const aio::Duration begin = aio::now();
    try {
        while (!all_done(tasks)) {
            const aio::Duration left = budget - (aio::now() - begin);
            if (left <= 0s) break;
            co_await aio::sleep(std::min<aio::Duration>(left, 50ms));
        }
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }

    if (!all_done(tasks)) {
        std::cout << "Too late!\n";
        for (auto& t : tasks) t.cancel();
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (auto& t : tasks) answers.push_back(t.result());
    co_return answers;
}
