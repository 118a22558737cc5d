// Right: gather over all requests, the whole of it under one timeout.
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": sunny";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    try {
        auto answers = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::puts("Too late, giving up.");
    }
    co_return std::nullopt;
}
