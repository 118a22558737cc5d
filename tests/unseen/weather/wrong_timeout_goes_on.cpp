// Wrong: it says that it is too late and throws the TimeoutError on to the caller.
// Loses: gives-up-in-time
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
    } catch (...) {
        std::cout << "Too late, or stopped\n";
        throw;
    }
}
