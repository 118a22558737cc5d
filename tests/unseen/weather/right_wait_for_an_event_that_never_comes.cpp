// Right: fetch_weather waits for an event that nobody sets, with the delay as timeout.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    aio::Event never;
    try {
        co_await aio::timeout(delay, never.wait());
    } catch (const aio::TimeoutError&) {
        // that is the answer
    }
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    auto all = aio::gather(std::move(requests));
    try {
        co_return co_await aio::timeout(budget, std::move(all));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
        co_return std::nullopt;
    }
}
