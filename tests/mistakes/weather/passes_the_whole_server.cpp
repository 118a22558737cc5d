#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather from " + server;
}

aio::Coroutine<std::vector<std::string>> ask_all(std::vector<Server> servers) {
    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server)));
    }
    co_return co_await aio::gather(tasks);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, ask_all(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late.\n";
        co_return std::nullopt;
    }
}
