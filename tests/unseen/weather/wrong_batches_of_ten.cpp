// Wrong: asks in batches of ten, the next batch when the last one is complete: it shows with more than ten servers.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<std::vector<std::string>> in_batches(std::vector<Server> servers) {
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin < servers.size(); begin += 10) {
        std::vector<aio::Coroutine<std::string>> batch;
        for (std::size_t i = begin; i < begin + 10 && i < servers.size(); ++i)
            batch.push_back(fetch_weather(servers[i].name, servers[i].delay));
        for (auto& text : co_await aio::gather(batch)) all.push_back(text);
    }
    co_return all;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, in_batches(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
}
