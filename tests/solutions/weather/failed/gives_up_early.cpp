// Fault: keeps a tenth of the budget in reserve and gives up before it is spent.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather: " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const aio::Duration reserve = budget / 10;
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget - reserve, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::puts("That would take too long.");
        co_return std::nullopt;
    }
}
