// Wrong: (lifetime) the coroutine keeps a reference to a temporary string that is gone before its first step.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
// Outcome: memory_error
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::string> ask(const std::string& address, aio::Duration delay) {
    co_return co_await fetch_weather(address, delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(ask("https://the-weather-server.example/" + s.name, s.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
