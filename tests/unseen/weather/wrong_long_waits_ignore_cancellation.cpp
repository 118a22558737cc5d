// Wrong: delays of more than 10 s are slept in pieces with a catch (...) around each, so a cancellation only ends one piece.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    const aio::Duration begin = aio::now();
    while (delay - (aio::now() - begin) > 10s) {
        try {
            co_await aio::sleep(10s);
        } catch (...) {
            std::cout << server << ": interrupted, still waiting\n";
        }
    }
    co_await aio::sleep(delay - (aio::now() - begin));
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
