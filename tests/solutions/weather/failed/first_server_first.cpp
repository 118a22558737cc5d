// Fault: awaits the first server alone, to see whether the network works, and only then asks all the others.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<std::vector<std::string>> ask_all(std::vector<Server> servers) {
    std::vector<std::string> texts;
    if (servers.empty()) co_return texts;
    std::string first = co_await fetch_weather(servers.front().name, servers.front().delay);
    texts.push_back(first);

    std::vector<aio::Coroutine<std::string>> others;
    for (std::size_t i = 1; i < servers.size(); ++i) {
        others.push_back(fetch_weather(servers[i].name, servers[i].delay));
    }
    auto rest = co_await aio::gather(std::move(others));
    texts.insert(texts.end(), rest.begin(), rest.end());
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        auto texts = co_await aio::timeout(budget, ask_all(servers));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
    }
    co_return std::nullopt;
}
