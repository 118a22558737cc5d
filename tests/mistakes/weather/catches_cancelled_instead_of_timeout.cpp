#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 17 degrees";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }

    Forecast result;
    try {
        result = co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::CancelledError&) {  // timeout cancels what is still running
        std::cout << "Too late: no forecast today" << std::endl;
        result = std::nullopt;
    }
    co_return result;
}
