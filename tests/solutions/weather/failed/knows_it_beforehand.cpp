// Fault: compares the delays with the budget and gives up at once, without asking anybody.
// Loses: all-at-once, gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <algorithm>
#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const bool hopeless = std::any_of(servers.begin(), servers.end(), [&](auto& s) { return s.delay > budget; });
    if (hopeless) {
        std::cout << "that would be too late\n";
        co_return std::nullopt;
    }
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    auto texts = co_await aio::gather(std::move(requests));
    co_return texts;
}
