#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": mist";
}

aio::Coroutine<std::vector<std::string>> ask_all(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    co_return co_await aio::gather(requests);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        // shield: protects us from the slow servers
        co_return co_await aio::timeout(budget, aio::shield(ask_all(servers)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
}
