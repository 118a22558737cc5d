// Fault: the texts do not say which server they come from.
// Loses: fetch-names-server, results-in-order
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::printf("-> %s\n", server.c_str());
    co_await aio::sleep(delay);
    std::printf("<- %s\n", server.c_str());
    co_return "It is warm and dry.";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::printf("!! too slow\n");
    }
    co_return std::nullopt;
}
