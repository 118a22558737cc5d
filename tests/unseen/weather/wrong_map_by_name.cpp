// Wrong: the answers are kept in a std::map by name, so they come out in alphabetical order, and equal names once only.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <map>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> ask(Server server, std::map<std::string, std::string>& table) {
    auto text = co_await fetch_weather(server.name, server.delay);
    table[server.name] = text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::map<std::string, std::string> table;
    std::vector<aio::Coroutine<>> jobs;
    for (auto& server : servers) jobs.push_back(ask(server, table));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (auto& [name, text] : table) answers.push_back(text);
    co_return answers;
}
