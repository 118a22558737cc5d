#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": sunny";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers)
        requests.push_back(fetch_weather(server.name, server.delay));

    try {
        auto answers = co_await aio::timeout(budget, aio::gather(requests));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Trop tard : pas de météo aujourd'hui\n";
        throw;  // never swallow!
    }
    co_return std::nullopt;
}
