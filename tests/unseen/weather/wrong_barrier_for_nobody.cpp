// Wrong: a barrier for as many as there are servers; with no server at all it throws a ValueError.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> together(aio::Barrier& barrier, std::string& text, Server server) {
    text = co_await fetch_weather(server.name, server.delay);
    co_await barrier.wait();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Barrier barrier(static_cast<int>(servers.size()));
    std::vector<std::string> texts(servers.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(together(barrier, texts[i], servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
