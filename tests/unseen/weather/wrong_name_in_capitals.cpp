// Wrong: the name is written in capitals, so it is another one unless it has no small letters.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>
#include <cctype>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::transform(server.begin(), server.end(), server.begin(), [](unsigned char c) { return std::toupper(c); });
    co_return "WEATHER FROM " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> calls;
    for (auto& s : servers) calls.push_back(fetch_weather(s.name, s.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(calls));
        for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = servers[i].name + " says: " + texts[i];
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast\n";
    }
    co_return std::nullopt;
}
