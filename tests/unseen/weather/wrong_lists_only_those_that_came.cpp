// Wrong: when it is too late it prints a line for each answer that has come, and so nothing when nobody has answered.
// Loses: says-too-late
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> ask(Server server, std::vector<std::string>& log, std::string& slot) {
    slot = co_await fetch_weather(server.name, server.delay);
    log.push_back(server.name + " was in time, but others are too late");
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> log;
    std::vector<std::string> slots(servers.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(ask(servers[i], log, slots[i]));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
        co_return slots;
    } catch (const aio::TimeoutError&) {
        for (const std::string& line : log) std::cout << line << "\n";
    }
    co_return std::nullopt;
}
