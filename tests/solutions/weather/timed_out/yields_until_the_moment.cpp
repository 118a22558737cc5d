// Fault: fetch_weather keeps the loop busy with sleeps of no length until its moment has come.
// Loses: fetch-waits, fetch-names-server, all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    const auto moment = aio::now() + delay;
    while (aio::now() < moment) {
        co_await aio::sleep(0s);
    }
    co_return server + " (" + std::to_string(delay.count()) + " ns)";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::puts("late");
        co_return std::nullopt;
    }
}
