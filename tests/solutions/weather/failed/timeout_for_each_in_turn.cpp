// Fault: asks one server after the other and gives each of them the whole budget.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << "Contacting " << server << std::endl;
    co_await aio::sleep(delay);
    std::cout << "Answer from " << server << std::endl;
    co_return server + ": 18 degrees";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> results;
    for (const Server& server : servers) {
        try {
            std::string text = co_await aio::timeout(budget, fetch_weather(server.name, server.delay));
            results.push_back(text);
        } catch (const aio::TimeoutError&) {
            std::cout << "Server " << server.name << " is too slow, cancelled" << std::endl;
            co_return std::nullopt;
        }
    }
    co_return results;
}
