// Fault: one timeout for all, but the servers are asked one after the other.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Bulletin " + server;
}

aio::Coroutine<std::vector<std::string>> fetch_all(std::vector<Server> servers) {
    std::vector<std::string> bulletins;
    for (const auto& server : servers) {
        auto bulletin = co_await fetch_weather(server.name, server.delay);
        bulletins.push_back(bulletin);
    }
    co_return bulletins;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        auto bulletins = co_await aio::timeout(budget, fetch_all(servers));
        co_return bulletins;
    } catch (const aio::TimeoutError&) {
        std::puts("Cancelled: too slow");
        co_return std::nullopt;
    }
}
