// Wrong: at most 32 requests at a time, so with more servers some are asked only when others have answered.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::string> connect(aio::Semaphore& sockets, Server server) {
    auto socket = co_await sockets.acquire();
    co_return co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Semaphore sockets(32);
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(connect(sockets, s));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
