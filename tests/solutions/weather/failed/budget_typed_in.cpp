// Fault: always waits 3 s at most, whatever the budget is.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + " sends clouds";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    budget = std::chrono::seconds(3);
    std::vector<aio::Coroutine<std::string>> fetches;
    for (const auto& server : servers) fetches.push_back(fetch_weather(server.name, server.delay));
    auto together = aio::gather(std::move(fetches));
    try {
        auto clouds = co_await aio::timeout(budget, std::move(together));
        co_return clouds;
    } catch (const aio::TimeoutError&) {
        std::puts("3 seconds are over");
    }
    co_return std::nullopt;
}
