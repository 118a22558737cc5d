// Fault: forecast makes the coroutines of the requests and never awaits them.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::cout << server << " ready" << std::endl;
    co_return "Here is " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    (void)budget;
    std::vector<aio::Coroutine<std::string>> requests;
    std::vector<std::string> texts(servers.size());
    for (const auto& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }
    co_return texts;
}
