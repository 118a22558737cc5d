#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "clear sky above " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    bool late = false;

    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (const Server& server : servers) {
            tasks.push_back(group.create_task(fetch_weather(server.name, server.delay)));
        }
        co_await aio::sleep(budget);
        for (const auto& task : tasks) {
            if (!task.done()) {
                late = true;
                task.cancel();
            }
        }
    });

    if (late) {
        std::cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (const auto& task : tasks) answers.push_back(task.result());
    co_return answers;
}
