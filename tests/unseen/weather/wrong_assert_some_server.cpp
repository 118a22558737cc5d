// Wrong: an assertion stops the program when there is no server.
// Loses: results-in-order
// Outcome: crashed
#undef NDEBUG
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <cassert>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    assert(!servers.empty() && "whom shall I ask?");
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
}
