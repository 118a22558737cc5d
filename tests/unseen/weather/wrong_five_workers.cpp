// Wrong: five workers share the list, so with more than five servers the sixth is asked later.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <deque>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> worker(std::deque<std::size_t>& todo, const std::vector<Server>& servers,
                               std::vector<std::string>& results) {
    while (!todo.empty()) {
        const std::size_t i = todo.front();
        todo.pop_front();
        results[i] = co_await fetch_weather(servers[i].name, servers[i].delay);
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::deque<std::size_t> todo;
    for (std::size_t i = 0; i < servers.size(); ++i) todo.push_back(i);
    std::vector<std::string> results(servers.size());
    std::vector<aio::Coroutine<>> workers;
    for (int w = 0; w < 5; ++w) workers.push_back(worker(todo, servers, results));
    try {
        co_await aio::timeout(budget, aio::gather(workers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    co_return results;
}
