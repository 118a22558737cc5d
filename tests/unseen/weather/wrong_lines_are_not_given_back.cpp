// Wrong: a static number of 60 lines is shared by all calls, and a cancelled request never gives its line back, so after some late calls servers have to wait.
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

namespace {
int free_lines = 60;

aio::Coroutine<std::string> by_phone(Server server) {
    while (free_lines == 0) co_await aio::sleep(5ms);
    --free_lines;
    std::string text = co_await fetch_weather(server.name, server.delay);
    ++free_lines;
    co_return text;
}
}  // namespace

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> calls;
    for (const Server& s : servers) calls.push_back(by_phone(s));
    try {
        co_return co_await aio::timeout(budget, aio::gather(calls));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
}
