// Wrong: the answers of servers that need less than 100 ms are put in front of all others.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<std::vector<std::string>> group_of(std::vector<Server> group) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : group) requests.push_back(fetch_weather(s.name, s.delay));
    co_return co_await aio::gather(requests);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<Server> fast, slow;
    for (const Server& s : servers) (s.delay < 100ms ? fast : slow).push_back(s);
    try {
        auto [a, b] = co_await aio::timeout(budget, aio::gather(group_of(fast), group_of(slow)));
        a.insert(a.end(), b.begin(), b.end());
        co_return a;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
