#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": sunny";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        // a little coroutine for each server, with its own copy
        requests.push_back([server]() -> aio::Coroutine<std::string> {
            std::cout << server.name << ": asked\n";
            auto answer = co_await fetch_weather(server.name, server.delay);
            std::cout << server.name << ": answered\n";
            co_return answer;
        }());
    }

    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
}
