// Fault: forecast holds the only slot of a semaphore that its helper waits for, outside any timeout.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Weather of " + server;
}

// Makes the requests; only one of us at a time.
aio::Coroutine<std::vector<aio::Task<std::string>>> send(aio::Semaphore& door, std::vector<Server> servers) {
    auto key = co_await door.acquire();
    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }
    co_return tasks;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Semaphore door(1);
    auto key = co_await door.acquire();
    auto tasks = co_await send(door, servers);
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(tasks));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late" << std::endl;
        co_return std::nullopt;
    }
}
