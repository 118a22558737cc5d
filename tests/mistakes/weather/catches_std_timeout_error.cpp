#include "exercises/weather/weather.hpp"

#include <iostream>
#include <stdexcept>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": cloudy";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        std::vector<aio::Coroutine<std::string>> requests;
        for (auto& [name, delay] : servers) {
            requests.push_back(fetch_weather(name, delay));
        }
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const std::timeout_error& e) {
        std::cout << "Too late: no forecast today\n";
    }
    co_return std::nullopt;
}
