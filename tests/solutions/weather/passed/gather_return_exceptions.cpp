// Right: every request under a timeout of its own, gathered with return_exceptions; one failure spoils the forecast.
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return std::string("[") + server + std::string("] wind");
}

aio::Coroutine<std::string> fetch_within(std::string server, aio::Duration delay, aio::Duration limit) {
    std::string text = co_await aio::timeout(limit, fetch_weather(server, delay));
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_within(server.name, server.delay, budget));

    auto results = co_await aio::gather(aio::return_exceptions, std::move(requests));

    std::vector<std::string> texts;
    int failures = 0;
    for (auto& result : results) {
        if (result.ok()) {
            texts.push_back(result.value());
        } else {
            ++failures;
        }
    }
    if (failures > 0) {
        std::cout << failures << " of " << results.size() << " were too slow\n";
        co_return std::nullopt;
    }
    co_return texts;
}
