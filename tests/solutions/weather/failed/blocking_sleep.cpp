// Fault: fetch_weather sleeps with std::this_thread::sleep_for and blocks the loop.
// Loses: fetch-waits, all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <thread>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::this_thread::sleep_for(delay);
    co_return server + " ok";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> todo;
    for (const auto& server : servers) {
        todo.push_back(fetch_weather(server.name, server.delay));
    }
    try {
        auto done = co_await aio::timeout(budget, aio::gather(std::move(todo)));
        co_return done;
    } catch (const aio::TimeoutError&) {
        std::cout << "Timeout!" << std::endl;
    }
    co_return std::nullopt;
}
