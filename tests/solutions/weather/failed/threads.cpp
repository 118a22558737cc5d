// Fault: every request is a thread, and the loop stands still until it has been joined.
// Loses: fetch-waits, all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <thread>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::string text;
    std::thread worker([&] {
        std::this_thread::sleep_for(delay);
        text = "thread of " + server;
    });
    worker.join();
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too slow\n";
        co_return std::nullopt;
    }
}
