#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": a storm is coming";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    if (servers.empty()) {
        co_return std::nullopt;  // nobody to ask
    }

    std::vector<aio::Coroutine<std::string>> requests;
    requests.reserve(servers.size());
    for (auto& server : servers) {
        requests.push_back(fetch_weather(server.name, server.delay));
    }

    try {
        std::vector<std::string> answers = co_await aio::timeout(budget, aio::gather(requests));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
        co_return std::nullopt;
    }
}
