// Fault: fetch_weather is right, but forecast makes its requests itself, and each takes 30 ms more than its server's delay.
// Loses: all-at-once
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<std::string> request(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay + 30ms);
    co_return "weather of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(request(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
    }
    co_return std::nullopt;
}
