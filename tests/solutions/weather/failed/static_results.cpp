// Fault: the results stand in a static vector, so a second forecast also returns those of the first.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

static std::vector<std::string> results;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Météo du serveur " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        for (const auto& text : texts) results.push_back(text);
        co_return results;
    } catch (const aio::TimeoutError&) {
        std::cout << "Trop lent, on annule tout." << std::endl;
        co_return std::nullopt;
    }
}
