// Fault: puts what timeout returns into a vector without awaiting it.
// Loses: everything
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        std::vector<std::string> texts = aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::puts("too slow");
        co_return std::nullopt;
    }
}
