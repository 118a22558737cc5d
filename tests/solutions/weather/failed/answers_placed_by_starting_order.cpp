// Fault: Each request takes the next place for its answer when it starts: in the servers' order only as long as they start in it.
// Loses: results-in-order

#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << "asking " << server << std::endl;
    co_await aio::sleep(delay);
    co_return server + ": sunny";
}

struct Table {
    std::vector<std::string> answers;
    std::size_t next = 0;
};

aio::Coroutine<> fill_in(Table& table, Server server) {
    const std::size_t place = table.next++;
    std::string answer = co_await fetch_weather(server.name, server.delay);
    table.answers[place] = answer;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Table table;
    table.answers.resize(servers.size());
    std::vector<aio::Coroutine<>> requests;
    for (const Server& server : servers) requests.push_back(fill_in(table, server));
    try {
        co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late, sorry" << std::endl;
        co_return std::nullopt;
    }
    co_return table.answers;
}
