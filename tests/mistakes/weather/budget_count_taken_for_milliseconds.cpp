#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": hail";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }

    const auto limit = std::chrono::milliseconds(budget.count());
    try {
        auto answers = co_await aio::timeout(limit, aio::gather(requests));
        for (const auto& answer : answers) std::cout << answer << '\n';
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
}
