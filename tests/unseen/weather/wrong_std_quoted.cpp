// Wrong: std::quoted puts a backslash before each quote and backslash of the name: names with one of them are changed.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <iomanip>
#include <sstream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::ostringstream out;
    out << "weather from " << std::quoted(server);
    co_return out.str();
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
