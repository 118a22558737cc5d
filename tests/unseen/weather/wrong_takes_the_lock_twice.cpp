// Wrong: after saying that it is too late it takes the lock that it already holds, and waits for itself for ever.
// Loses: gives-up-in-time
// Outcome: deadlocked
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> clear_screen(aio::Lock& screen) {
    auto guard = co_await screen.acquire();
    std::cout << "----------\n";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Lock screen;
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    bool late = false;
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        late = true;
    }
    if (late) {
        auto guard = co_await screen.acquire();
        std::cout << "Too late: no forecast today\n";
        co_await clear_screen(screen);
    }
    co_return std::nullopt;
}
