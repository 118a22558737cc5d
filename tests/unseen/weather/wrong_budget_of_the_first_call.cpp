// Wrong: the budget is kept in a static, so every later call has the budget of the first one.
// Loses: results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    static const aio::Duration limit = budget;
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(limit, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late after " << limit.count() << " ns\n";
    }
    co_return std::nullopt;
}
