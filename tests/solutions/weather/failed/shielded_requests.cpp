// Fault: puts a shield around the gather, so that neither the timeout nor a cancellation reaches the requests.
// Loses: slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<std::vector<std::string>> ask_all(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    auto texts = co_await aio::gather(std::move(requests));
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        auto texts = co_await aio::timeout(budget, aio::shield(ask_all(servers)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late, but do not disturb the servers\n";
    }
    co_return std::nullopt;
}
