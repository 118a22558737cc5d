// Fault: nobody catches the TimeoutError, so forecast throws instead of returning nullopt.
// Loses: gives-up-in-time, says-too-late
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
    if (texts.size() < servers.size()) {
        std::puts("too slow");
        co_return std::nullopt;
    }
    co_return texts;
}
