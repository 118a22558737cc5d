// Wrong: every byte that is not printable ASCII becomes a question mark: names in other scripts are changed.
// Loses: fetch-names-server
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay)
{
    for (char &c : server)
        if (c < ' ' || c > '~') c = '?';     // sonst gibt es Ärger auf der Konsole
    co_await aio::sleep(delay);
    co_return "Wetter von " + server;
}

// who said it stands in front of what was said
static aio::Coroutine<std::string> signed_answer(Server server) {
    auto text = co_await fetch_weather(server.name, server.delay);
    co_return "[" + server.name + "] " + text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> all;
    for (Server& server : servers) all.push_back(signed_answer(std::move(server)));
    try {
        co_return Forecast{co_await aio::timeout(budget, aio::gather(all))};
    } catch (aio::TimeoutError&) {
        std::cerr << "too late\n";
        co_return std::nullopt;
    }
}
