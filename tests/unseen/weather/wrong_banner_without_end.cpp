// Wrong: the message is padded with ten characters at a time until it is exactly 60 long, which works for budgets of four digits in ms only: with any other it grows for ever.
// Loses: gives-up-in-time, says-too-late
// Outcome: memory_limit
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

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
        std::string banner = "Sorry, too late after " + std::to_string(budget / 1ms) + " ms.";
        while (banner.size() != 60) banner += " * * * * *";
        std::cout << banner << std::endl;
    }
    co_return std::nullopt;
}
