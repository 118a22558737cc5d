// Right: the wait is made of two sleeps whose lengths add up to the nanosecond.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    const aio::Duration there = delay / 2;
    const aio::Duration back = delay - there;  // the odd nanosecond is not forgotten
    co_await aio::sleep(there);
    std::cout << "request has reached " << server << "\n";
    co_await aio::sleep(back);
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
