// Wrong: fetch_weather catches its own cancellation and returns a text instead.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    try {
        co_await aio::sleep(delay);
    } catch (const aio::CancelledError&) {
        co_return "no answer from " + server;
    }
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
