// Fault: rounds the budget up to whole seconds.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <chrono>
#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(budget);
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(seconds, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "waited " << seconds.count() << " s, that is enough\n";
    }
    co_return std::nullopt;
}
