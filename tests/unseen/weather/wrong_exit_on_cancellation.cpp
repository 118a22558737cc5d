// Wrong: when forecast is cancelled it ends the whole program, as after Ctrl-C.
// Loses: passes-cancellation-on
// Outcome: exited_early
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <cstdlib>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    } catch (const aio::CancelledError&) {
        std::cerr << "interrupted\n";
        std::exit(130);
    }
    co_return std::nullopt;
}
