// Wrong: fetch_weather waits in whole ticks of 10 ms, so a delay that is no multiple of 10 ms takes too long.
// Loses: fetch-waits
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    const aio::Duration tick = 10ms;
    const auto ticks = delay / tick + (delay % tick > 0ns ? 1 : 0);
    co_await aio::sleep(ticks * tick);
    co_return server + " reports fog";
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
