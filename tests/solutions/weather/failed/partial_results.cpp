// Fault: when it is too late it returns the answers that came in time instead of nullopt.
// Loses: gives-up-in-time
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Forecast from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const auto& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }

    bool late = false;
    try {
        co_await aio::timeout(budget, aio::gather(tasks));
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    if (late) std::cout << "Some servers were too slow, here is what we have." << std::endl;

    std::vector<std::string> answers;
    for (auto& task : tasks) {
        if (task.done() && !task.cancelled()) {
            answers.push_back(task.result());
        }
    }
    co_return answers;
}
