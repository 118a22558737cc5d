// Wrong: coroutines are copied into the vector, but they can only be moved: it does not compile.
// Outcome: compile_error
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        auto request = fetch_weather(server.name, server.delay);
        requests.push_back(request);
    }
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
