// Fault: fetch_weather adds 50 ms of its own to the delay it is told.
// Loses: fetch-waits
#include "exercises/weather/weather.hpp"

#include <iostream>

constexpr auto latency = std::chrono::milliseconds(50);

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay + latency);
    co_return "weather of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
    }
    co_return std::nullopt;
}
