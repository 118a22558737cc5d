// Wrong: fetch_weather shields its wait, so that it runs on when the budget is used up or somebody cancels.
// Loses: slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

static aio::Coroutine<> the_wait(aio::Duration delay) { co_await aio::sleep(delay); }

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::shield(the_wait(delay));  // must not be disturbed
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
