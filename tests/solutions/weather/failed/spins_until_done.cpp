// Fault: asks the tasks in an endless loop whether they are done and never lets the loop run them.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Météo " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto start = aio::now();
    std::vector<aio::Task<std::string>> tasks;
    for (auto& server : servers) tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));

    std::vector<std::string> results;
    for (auto& task : tasks) {
        while (!task.done()) {
            if (aio::now() - start > budget) {
                std::cout << "Too slow" << std::endl;
                co_return std::nullopt;
            }
        }
        results.push_back(task.result());
    }
    co_return results;
}
