#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(delay);
    std::cout << server << ": asked, takes " << seconds.count() << " s\n";
    co_await aio::sleep(seconds);
    co_return server + ": 12 degrees";
}

aio::Coroutine<std::vector<std::string>> ask_all(const std::vector<Server>& servers) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    co_return co_await aio::gather(requests);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, ask_all(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
        co_return std::nullopt;
    }
}
