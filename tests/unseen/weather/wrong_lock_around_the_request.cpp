// Wrong: a lock, meant to protect the answers, is held during the whole request, so only one is under way.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> store(aio::Lock& lock, std::string& slot, Server server) {
    auto guard = co_await lock.acquire();
    slot = co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Lock lock;
    std::vector<std::string> slots(servers.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(store(lock, slots[i], servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
        co_return slots;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
