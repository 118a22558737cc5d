// Fault: returns nullopt at the budget but leaves the tasks of the slow servers running.
// Loses: slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <algorithm>
#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Report of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const auto end = aio::now() + budget;

    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        auto task = aio::create_task(fetch_weather(server.name, server.delay), server.name);
        tasks.push_back(task);
    }

    while (true) {
        std::size_t done = 0;
        for (const auto& task : tasks) {
            if (task.done()) ++done;
        }
        if (done == tasks.size()) break;

        const aio::Duration left = end - aio::now();
        if (left <= 0ns) {
            std::printf("only %zu of %zu answered in time\n", done, tasks.size());
            co_return std::nullopt;
        }
        co_await aio::sleep(std::min<aio::Duration>(left, 20ms));
    }

    std::vector<std::string> reports;
    for (auto& task : tasks) reports.push_back(task.result());
    co_return reports;
}
