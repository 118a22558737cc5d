// Right: the first server and, at the same time, the rest of the list.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

using Lines = std::vector<std::string>;

aio::Coroutine<Lines> from(const std::vector<Server>& servers, std::size_t first) {
    if (first == servers.size()) co_return Lines{};
    const Server& head = servers[first];
    auto [line, rest] = co_await aio::gather(fetch_weather(head.name, head.delay), from(servers, first + 1));
    rest.insert(rest.begin(), line);
    co_return rest;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    // `servers` lives in this frame, which waits until all of them have ended
    try {
        Lines lines = co_await aio::timeout(budget, from(servers, 0));
        co_return lines;
    } catch (const aio::TimeoutError&) {
    }
    std::cout << "Nothing today, too late.\n";
    co_return std::nullopt;
}
