// Fault: a semaphore lets only ten requests run at once, which nobody has asked for.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<std::string> polite_fetch(aio::Semaphore& slots, std::string server, aio::Duration delay) {
    auto slot = co_await slots.acquire();
    std::string text = co_await fetch_weather(server, delay);
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Semaphore slots(10);
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(polite_fetch(slots, server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
    }
    co_return std::nullopt;
}
