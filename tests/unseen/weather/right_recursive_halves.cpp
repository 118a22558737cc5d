// Right: divide and conquer, both halves at the same time, joined in order.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<std::vector<std::string>> ask(std::vector<Server> servers) {
    std::vector<std::string> texts;
    if (servers.size() == 1) {
        texts.push_back(co_await fetch_weather(servers[0].name, servers[0].delay));
    } else if (servers.size() > 1) {
        const auto middle = servers.begin() + static_cast<std::ptrdiff_t>(servers.size() / 2);
        auto [left, right] = co_await aio::gather(ask(std::vector<Server>(servers.begin(), middle)),
                                                  ask(std::vector<Server>(middle, servers.end())));
        texts = std::move(left);
        texts.insert(texts.end(), right.begin(), right.end());
    }
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, ask(std::move(servers)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!" << std::endl;
        co_return std::nullopt;
    }
}
