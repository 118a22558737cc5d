// Right: sleeps in steps of at least 50 ms, each measured from the beginning, so that late timers do not add up.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    const aio::Duration begin = aio::now();
    const aio::Duration step = std::max<aio::Duration>(50ms, delay / 100);
    for (;;) {
        const aio::Duration gone = aio::now() - begin;
        if (gone >= delay) break;
        co_await aio::sleep(std::min(step, delay - gone));
    }
    co_return "after waiting in line, " + server + " says: rain";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
