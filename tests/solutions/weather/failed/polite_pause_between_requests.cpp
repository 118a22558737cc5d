// Fault: lets a millisecond pass between one request and the next, so they do not begin together.
// Loses: all-at-once
#include "exercises/weather/weather.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Drizzle (" + server + ")";
}

aio::Coroutine<std::string> politely(aio::Duration pause, Server server) {
    co_await aio::sleep(pause);
    std::string text = co_await fetch_weather(server.name, server.delay);
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> queue;
    aio::Duration pause = 0ms;
    for (const auto& server : servers) {
        queue.push_back(politely(pause, server));
        pause += 1ms;
    }
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(queue)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::puts("Sorry, it took too long.");
        co_return std::nullopt;
    }
}
