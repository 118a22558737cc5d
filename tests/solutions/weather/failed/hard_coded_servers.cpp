// Fault: asks the servers A, B and C of the example within 3 s, whatever is passed in.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::cout << "Server " << server << " finished." << std::endl;
    co_return "Weather " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> /*servers*/, aio::Duration /*budget*/) {
    try {
        auto [a, b, c] = co_await aio::timeout(
            3s, aio::gather(fetch_weather("A", 1s), fetch_weather("B", 5s), fetch_weather("C", 500ms)));
        std::vector<std::string> results;
        results.push_back(a);
        results.push_back(b);
        results.push_back(c);
        co_return results;
    } catch (const aio::TimeoutError&) {
        std::cout << "Timeout! Everything was cancelled." << std::endl;
    }
    co_return std::nullopt;
}
