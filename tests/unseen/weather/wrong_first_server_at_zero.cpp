// Wrong: announces the first server with at(0), which throws std::out_of_range when the list is empty.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::cout << "Asking " << servers.at(0).name << " and " << servers.size() - 1 << " more\n";
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
}
