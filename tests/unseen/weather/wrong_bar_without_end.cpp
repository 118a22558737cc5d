// Wrong: when it is too late it prints one star for each second of the budget and stops at exactly zero, which a budget of no whole seconds never reaches.
// Loses: gives-up-in-time
// Outcome: output_limit
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late after ";
        for (aio::Duration left = budget; left != 0s; left -= 1s) std::cout << "one more second * ";
        std::cout << std::endl;
    }
    co_return std::nullopt;
}
