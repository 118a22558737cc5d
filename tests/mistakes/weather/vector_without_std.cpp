#include "exercises/weather/weather.hpp"

#include <iostream>

using std::cout;
using std::string;

aio::Coroutine<string> fetch_weather(string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": wind from the west";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    vector<aio::Coroutine<string>> requests;
    for (auto& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
}
