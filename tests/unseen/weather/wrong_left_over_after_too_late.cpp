// Wrong: a static map of answers is emptied after a success only: after a call that was too late, its answers show up in the next result when that has fewer servers.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <map>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static std::map<std::size_t, std::string> received;

static aio::Coroutine<> receive(std::size_t index, Server server) {
    received[index] = co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(receive(i, servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (auto& [index, text] : received) answers.push_back(text);
    received.clear();
    co_return answers;
}
