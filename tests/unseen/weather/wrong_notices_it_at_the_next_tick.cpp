// Wrong: polls in fixed ticks of 80 ms, so it notices the end of the budget only at the tick after it.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
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
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    const auto begin = aio::now();
    std::vector<std::string> answers;
    try {
        while (answers.size() < tasks.size()) {
            if (tasks[answers.size()].done()) {
                answers.push_back(tasks[answers.size()].result());
            } else if (aio::now() - begin >= budget) {
                break;
            } else {
                co_await aio::sleep(80ms);
            }
        }
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
    if (answers.size() == tasks.size()) co_return answers;
    std::cout << "Too late\n";
    for (auto& t : tasks) t.cancel();
    co_return std::nullopt;
}
