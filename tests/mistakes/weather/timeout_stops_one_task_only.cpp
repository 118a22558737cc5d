#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked" << std::endl;
    co_await aio::sleep(delay);
    std::cout << server << ": answered" << std::endl;
    co_return server + ": 3 cm of snow";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const aio::Duration deadline = aio::now() + budget;

    std::vector<aio::Task<std::string>> tasks;
    for (const Server& server : servers) {
        tasks.push_back(aio::create_task(fetch_weather(server.name, server.delay)));
    }

    std::vector<std::string> answers;
    try {
        for (auto& task : tasks) {
            // what is left of the budget
            answers.push_back(co_await aio::timeout(deadline - aio::now(), task));
        }
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today" << std::endl;
        co_return std::nullopt;
    }
    co_return answers;
}
