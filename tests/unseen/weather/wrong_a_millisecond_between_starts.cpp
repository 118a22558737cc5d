// Wrong: one millisecond lies between two requests, so they are not asked at the same moment.
// Loses: all-at-once
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<std::vector<std::string>> gently(std::vector<Server> servers) {
    std::vector<aio::Task<std::string>> tasks;
    try {
        for (const Server& s : servers) {
            if (!tasks.empty()) co_await aio::sleep(1ms);  // do not flood the network
            tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
        }
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
    co_return co_await aio::gather(tasks);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, gently(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
