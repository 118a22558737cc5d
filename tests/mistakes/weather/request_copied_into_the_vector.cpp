#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + " says: 21 degrees";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        std::cout << server.name << ": asked" << std::endl;
        auto request = fetch_weather(server.name, server.delay);
        requests.push_back(request);
    }

    try {
        auto answers = co_await aio::timeout(budget, aio::gather(requests));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today" << std::endl;
        co_return std::nullopt;
    }
}
