#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }

    try {
        // One timeout around all of them: the budget is for the whole forecast, not for each server.
        auto answers = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return Forecast(std::move(answers));
    } catch (const aio::TimeoutError&) {
        // Only the timeout is caught. A CancelledError comes from outside and must go on to the caller.
        std::cout << "Too late: no forecast today\n";
    }
    co_return std::nullopt;
}
