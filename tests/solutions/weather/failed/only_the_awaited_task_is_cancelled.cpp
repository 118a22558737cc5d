// Fault: tasks are awaited one by one; a timeout or a cancellation reaches only the one awaited just then.
// Loses: slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Sky over " + server;
}

aio::Coroutine<std::vector<std::string>> collect(std::vector<aio::Task<std::string>> tasks) {
    std::vector<std::string> texts;
    for (auto& task : tasks) texts.push_back(co_await task);
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }
    try {
        auto texts = co_await aio::timeout(budget, collect(tasks));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cerr << "timed out\n";
    }
    co_return std::nullopt;
}
