#include "exercises/weather/weather.hpp"

#include <iostream>
#include <sstream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::ostringstream text;
    text << "Server " << server << ": 19 degrees, no wind";
    co_return text.str();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::ostringstream message;
        message << "Too late after " << budget.count() / 1000000 << " ms";
        co_return std::nullopt;
    }
}
