// Wrong: fetch_weather lets a thread of to_thread wait, which does not count and cannot be cancelled.
// Loses: fetch-waits, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <thread>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::to_thread([delay] { std::this_thread::sleep_for(delay); });
    co_return "weather from " + server;
}

// forecast() asks with this one
aio::Coroutine<std::string> ask(Server server) {
    co_await aio::sleep(server.delay);
    co_return "sunny, says " + server.name;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> questions;
    for (Server& server : servers) questions.push_back(ask(server));
    try {
        co_return co_await aio::timeout(budget, aio::gather(questions));
    } catch (const aio::TimeoutError&) {
        std::cout << "Sorry, too late\n";
        co_return std::nullopt;
    }
}
