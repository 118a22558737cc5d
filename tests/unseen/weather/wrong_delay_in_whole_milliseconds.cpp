// Wrong: fetch_weather cuts the delay to whole milliseconds, so a delay with microseconds or nanoseconds is too short.
// Loses: fetch-waits
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(delay);
    std::cout << server << ": asked (" << ms.count() << " ms)\n";
    co_await aio::sleep(ms);
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
