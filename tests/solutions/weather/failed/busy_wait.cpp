// Fault: fetch_weather reads the clock in a loop until its time has come.
// Loses: fetch-waits, all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <chrono>
#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < delay) {
        // wait
    }
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(tasks));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::printf("too slow\n");
        co_return std::nullopt;
    }
}
