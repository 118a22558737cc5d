// Right: two gathers side by side, for the even and the odd positions, zipped together again.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

using Texts = std::vector<std::string>;

static aio::Coroutine<Texts> every_second(const std::vector<Server>& servers, std::size_t first) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (std::size_t i = first; i < servers.size(); i += 2)
        requests.push_back(fetch_weather(servers[i].name, servers[i].delay));
    co_return co_await aio::gather(requests);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        auto [even, odd] = co_await aio::timeout(budget, aio::gather(every_second(servers, 0), every_second(servers, 1)));
        Texts answers;
        for (std::size_t i = 0; i < servers.size(); ++i) answers.push_back(i % 2 == 0 ? even[i / 2] : odd[i / 2]);
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
