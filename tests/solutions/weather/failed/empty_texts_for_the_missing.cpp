// Fault: when it is too late it returns a list in which the missing answers are empty texts.
// Loses: gives-up-in-time
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

using Texts = std::shared_ptr<std::vector<std::string>>;

aio::Coroutine<> store(Texts texts, std::size_t i, Server server) {
    (*texts)[i] = co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Texts texts = std::make_shared<std::vector<std::string>>(servers.size());
    std::vector<aio::Coroutine<>> requests;
    for (std::size_t i = 0; i < servers.size(); ++i) requests.push_back(store(texts, i, servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late for some\n";
    }
    co_return *texts;
}
