#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": sun and clouds";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    for (int attempt = 1; attempt <= 3; ++attempt) {
        try {
            std::vector<aio::Coroutine<std::string>> requests;
            for (const Server& server : servers) {
                requests.push_back(fetch_weather(server.name, server.delay));
            }
            co_return co_await aio::timeout(budget, aio::gather(requests));
        } catch (const aio::TimeoutError&) {
            std::cout << "Too late (attempt " << attempt << ")\n";
        }
    }
    co_return std::nullopt;
}
