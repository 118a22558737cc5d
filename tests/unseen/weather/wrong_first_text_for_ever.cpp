// Wrong: the text is a static that is made at the first call, so all later servers answer with the first one's name.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    static const std::string text = "weather from " + server;
    co_await aio::sleep(delay);
    co_return text;
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
