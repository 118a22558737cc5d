// Right: wait_for with the gather made beforehand, under a name.
#include "exercises/weather/weather.hpp"
#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string s, aio::Duration d) {
    co_await aio::sleep(d);
    co_return s + ": 12 °C";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> v;
    for (auto& [name, delay] : servers) v.push_back(fetch_weather(name, delay));
    auto all = aio::gather(v);
    try {
        Forecast f = co_await aio::wait_for(std::move(all), budget);
        co_return f;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s", e.what());
    }
    co_return std::nullopt;
}
