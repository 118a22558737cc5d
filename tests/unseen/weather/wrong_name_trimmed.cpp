// Wrong: blanks at both ends of the name are trimmed away.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

static std::string strip(const std::string& s) {
    const auto a = s.find_first_not_of(" \t");
    if (a == std::string::npos) return "";
    return s.substr(a, s.find_last_not_of(" \t") - a + 1);
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "<" + strip(server) + "> rain";
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
