// Fault: reads the first server's name without looking whether there is a server.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 7 degrees and fog";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::string favourite = servers.at(0).name;
    std::cout << "My favourite server is " << favourite << '\n';

    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "Even " << favourite << " cannot help: too slow\n";
        co_return std::nullopt;
    }
}
