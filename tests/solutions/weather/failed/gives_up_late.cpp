// Fault: looks at the clock only every 0.4 s, so it notices too late that the budget is spent.
// Loses: results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

struct Asked {
    std::vector<aio::Task<std::string>> tasks;

    ~Asked() {
        for (auto& task : tasks) task.cancel();
    }

    bool complete() const {
        for (const auto& task : tasks) {
            if (!task.done()) return false;
        }
        return true;
    }
};

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 12 °C";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const auto began = aio::now();
    Asked asked;
    for (const auto& server : servers) {
        asked.tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }

    while (!asked.complete()) {
        if (aio::now() - began >= budget) {
            std::cout << "The budget is spent." << std::endl;
            co_return std::nullopt;
        }
        co_await aio::sleep(400ms);
    }

    std::vector<std::string> texts;
    for (auto& task : asked.tasks) texts.push_back(task.result());
    co_return texts;
}
