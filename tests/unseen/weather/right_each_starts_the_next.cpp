// Right: every server's coroutine first starts the next one and then waits itself, all at the same moment.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> chain(const std::vector<Server>& servers, std::size_t i, std::vector<std::string>& out) {
    if (i == servers.size()) co_return;
    auto own = [](const Server& server, std::string& slot) -> aio::Coroutine<> {
        slot = co_await fetch_weather(server.name, server.delay);
    };
    co_await aio::gather(chain(servers, i + 1, out), own(servers[i], out[i]));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> out(servers.size());
    try {
        co_await aio::timeout(budget, chain(servers, 0, out));
    } catch (const aio::TimeoutError&) {
        std::cout << "The chain is broken: too late\n";
        co_return std::nullopt;
    }
    co_return out;
}
