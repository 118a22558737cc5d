// Right: a task group whose tasks are asked for their results once the group is over.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    try {
        co_await aio::timeout(budget, aio::task_group([&](aio::TaskGroup& tg) -> aio::Coroutine<> {
            for (const auto& s : servers) tasks.push_back(tg.create_task(fetch_weather(s.name, s.delay), s.name));
            co_return;
        }));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late, " << tasks.size() << " servers were asked in vain\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (const auto& task : tasks) answers.push_back(task.result());
    co_return answers;
}
