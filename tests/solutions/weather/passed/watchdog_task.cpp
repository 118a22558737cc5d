// Right: a watchdog cancels the requests at the budget; its bark differs from a cancellation from outside.
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

using Tasks = std::vector<aio::Task<std::string>>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "The weather by " + server + " is fine.";
}

void cancel_all(Tasks& tasks) {
    for (auto& task : tasks) task.cancel();
}

aio::Coroutine<> watchdog(Tasks tasks, aio::Duration budget, std::shared_ptr<bool> barked) {
    co_await aio::sleep(budget);
    *barked = true;
    std::cout << "Woof! Time is up.\n";
    cancel_all(tasks);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Tasks tasks;
    for (auto& server : servers) tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));

    auto barked = std::make_shared<bool>(false);
    aio::Task<> dog = aio::create_task(watchdog(tasks, budget, barked));

    std::vector<std::string> answers;
    try {
        for (auto& task : tasks) {
            std::string answer = co_await task;
            answers.push_back(answer);
        }
    } catch (const aio::CancelledError&) {
        if (*barked) co_return std::nullopt;
        dog.cancel();
        cancel_all(tasks);
        throw;
    }
    dog.cancel();
    co_return answers;
}
