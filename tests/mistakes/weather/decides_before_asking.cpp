#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": light rain";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        if (server.delay > budget) {
            // this one will not make it
            std::cout << "Too late: no forecast today\n";
            co_return std::nullopt;
        }
    }
    for (const Server& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }
    co_return co_await aio::gather(requests);
}
