#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": sunny";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }
    try {
        co_return co_await aio::timeout(aio::gather(requests), budget);
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
    }
    co_return std::nullopt;
}
