// Fault: ends the whole program when there is no server to ask.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <cstdlib>
#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Storm near " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    if (servers.empty()) {
        std::cerr << "Error: no servers given." << std::endl;
        std::exit(0);
    }

    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto storms = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return storms;
    } catch (const aio::TimeoutError&) {
        std::cerr << "Error: too slow." << std::endl;
    }
    co_return std::nullopt;
}
