#include "exercises/weather/weather.hpp"

#include <cstdio>
#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    char text[20];
    std::snprintf(text, sizeof text, "Sunny in %s", server.c_str());
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::printf("Too late: no forecast today\n");
    }
    co_return std::nullopt;
}
