// Right: a task group under a timeout; every request writes into its own place of a table.
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

using Table = std::shared_ptr<std::vector<std::string>>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << "asking " << server << "\n";
    co_await aio::sleep(delay);
    co_return "report of " + server;
}

aio::Coroutine<> fill(Table table, std::size_t row, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    (*table)[row] = text;
}

aio::Coroutine<> fill_all(Table table, std::vector<Server> servers) {
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (std::size_t i = 0; i < servers.size(); ++i) group.create_task(fill(table, i, servers[i]));
        co_return;
    });
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Table table = std::make_shared<std::vector<std::string>>(servers.size());
    try {
        co_await aio::timeout(budget, fill_all(table, servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "the table has holes, we throw it away\n";
        co_return std::nullopt;
    }
    co_return *table;
}
