// Wrong: only the first word of the name gets into the text: names with a blank are cut.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <sstream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::istringstream in(server);
    std::string host;
    in >> host;
    co_return "weather from " + host;
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
