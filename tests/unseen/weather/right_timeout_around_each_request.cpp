// Right: one timeout of the whole budget around each request, all of them started at once; the first that fires stops the others.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::string> limited(Server server, aio::Duration budget) {
    co_return co_await aio::timeout(budget, fetch_weather(server.name, server.delay));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(limited(server, budget));
    try {
        co_return co_await aio::gather(requests);
    } catch (const aio::TimeoutError&) {
        std::cout << "One of them was too slow\n";
    }
    co_return std::nullopt;
}
