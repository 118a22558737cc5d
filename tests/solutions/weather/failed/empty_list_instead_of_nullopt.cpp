// Fault: returns an empty list instead of nullopt when it is too late.
// Loses: gives-up-in-time
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    std::vector<std::string> texts;
    try {
        texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
    }
    co_return texts;
}
