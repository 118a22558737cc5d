// Right: asks the first server together with all the others, recursively.
#include "exercises/weather/weather.hpp"

#include <cstdio>

using Texts = std::vector<std::string>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server;
}

aio::Coroutine<Texts> ask(std::vector<Server> servers) {
    if (servers.empty()) co_return Texts{};
    const Server first = servers.front();
    servers.erase(servers.begin());
    auto [head, tail] = co_await aio::gather(fetch_weather(first.name, first.delay), ask(std::move(servers)));
    Texts all = std::move(tail);
    all.insert(all.begin(), head);
    co_return all;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        auto all = co_await aio::timeout(budget, ask(std::move(servers)));
        co_return all;
    } catch (const aio::TimeoutError&) {
        std::printf("timeout\n");
        co_return std::nullopt;
    }
}
