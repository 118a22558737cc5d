// Right: looks every 50 ms whether all have answered, never sleeps past the budget, and cancels what is left.
#include "exercises/weather/weather.hpp"

#include <algorithm>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + " says: fog";
}

bool all_done(const std::vector<aio::Task<std::string>>& tasks) {
    return std::all_of(tasks.begin(), tasks.end(), [](const auto& task) { return task.done(); });
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const aio::Duration deadline = aio::now() + budget;
    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }

    try {
        while (!all_done(tasks) && aio::now() < deadline) {
            const aio::Duration left = deadline - aio::now();
            co_await aio::sleep(std::min<aio::Duration>(left, 50ms));
        }
    } catch (const aio::CancelledError&) {
        for (auto& task : tasks) task.cancel();
        throw;
    }

    if (!all_done(tasks)) {
        std::cout << "Giving up after " << budget.count() / 1000000 << " ms\n";
        for (auto& task : tasks) task.cancel();
        co_return std::nullopt;
    }
    std::vector<std::string> texts;
    for (auto& task : tasks) texts.push_back(task.result());
    co_return texts;
}
