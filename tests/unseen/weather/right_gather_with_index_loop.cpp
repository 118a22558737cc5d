// Right: the plain way, one gather under one timeout, with an index loop and reserve.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

// TODO 1
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << "[" << server << "] ...\n";
    co_await aio::sleep(delay);
    std::cout << "[" << server << "] ok\n";
    co_return "The weather according to '" + server + "' is fine.";
}

// TODO 2, 3, 4
aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> list;
    list.reserve(servers.size());
    for (std::size_t i = 0; i != servers.size(); i++) {
        list.push_back(fetch_weather(servers[i].name, servers[i].delay));
    }
    Forecast result;
    try {
        result = co_await aio::timeout(budget, aio::gather(list));
    } catch (const aio::TimeoutError& error) {
        std::cout << "Too late (" << error.what() << ")\n";
    }
    co_return result;
}
