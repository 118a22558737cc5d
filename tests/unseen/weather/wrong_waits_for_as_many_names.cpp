// Wrong: waits until the table of names has as many entries as there are servers, which never happens when a name occurs twice.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <unordered_map>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

using Table = std::unordered_map<std::string, std::string>;

static aio::Coroutine<> ask(Server server, Table& table, std::size_t expected, aio::Event& complete) {
    auto text = co_await fetch_weather(server.name, server.delay);
    table[server.name] = text;
    if (table.size() == expected) complete.set();
    co_await complete.wait();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Table table;
    aio::Event complete;
    std::vector<aio::Coroutine<>> jobs;
    for (auto& server : servers) jobs.push_back(ask(server, table, servers.size(), complete));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (auto& server : servers) answers.push_back(table.at(server.name));
    co_return answers;
}
