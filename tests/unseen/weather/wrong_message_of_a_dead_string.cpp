// Wrong: (lifetime) the message is a pointer into a temporary string that is gone when it is printed.
// Loses: gives-up-in-time, says-too-late
// Outcome: memory_error
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
    } catch (const aio::TimeoutError& error) {
        const std::string intro = "Too late, there will be no forecast today: ";
        const char* message = (intro + error.what()).c_str();
        std::cout << message << std::endl;
    }
    co_return std::nullopt;
}
