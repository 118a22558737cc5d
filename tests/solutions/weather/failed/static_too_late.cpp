// Fault: a static flag remembers that a forecast was too late, and every later one returns nullopt too.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <cstdio>

static bool too_late = false;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Weather@" + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    std::vector<std::string> answers;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        answers = co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::printf("Too late.\n");
        too_late = true;
    }
    if (too_late) co_return std::nullopt;
    co_return answers;
}
