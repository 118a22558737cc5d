// Fault: takes an empty list of servers for a failure and returns nullopt.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "It hails at " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> found;
    try {
        std::vector<aio::Coroutine<std::string>> requests;
        for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
        found = co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "too slow" << std::endl;
    }
    if (found.empty()) {
        co_return std::nullopt;
    }
    co_return found;
}
