// Wrong: a branch of its own for a single server catches everything, so the cancellation is swallowed there only.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<Forecast> just_one(Server server, aio::Duration budget) {
    try {
        std::vector<std::string> one{co_await aio::timeout(budget, fetch_weather(server.name, server.delay))};
        co_return one;
    } catch (...) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    if (servers.size() == 1) co_return co_await just_one(servers.front(), budget);
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
}
