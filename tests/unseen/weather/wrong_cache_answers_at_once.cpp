// Wrong: an answer is kept in a static cache, so a second call for the same name returns without waiting.
// Loses: fetch-waits
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <map>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    static std::map<std::string, std::string> cache;
    if (auto hit = cache.find(server); hit != cache.end()) co_return hit->second;
    co_await aio::sleep(delay);
    co_return cache[server] = "weather from " + server;
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
