// Right: all runners are lined up first and start at an event that is set when everybody is ready.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<std::string> runner(aio::Event& start, Server server) {
    co_await start.wait();
    co_return co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Event start;
    std::vector<aio::Coroutine<std::string>> runners;
    for (const Server& server : servers) runners.push_back(runner(start, server));
    auto race = aio::gather(runners);
    start.set();
    std::cout << "Go!\n";
    try {
        co_return co_await aio::timeout(budget, std::move(race));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late, the race is over\n";
    }
    co_return std::nullopt;
}
