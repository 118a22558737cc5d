#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": sunny, 25 degrees";
}

// const& so that nothing is copied
aio::Coroutine<Forecast> forecast(const std::vector<Server>& servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
}
