// Fault: writes the servers' names in capitals, so that they are no longer the names.
// Loses: fetch-names-server, results-in-order
#include "exercises/weather/weather.hpp"

#include <cctype>
#include <iostream>

std::string shout(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    // Names without a small letter need some shouting, too.
    if (text.front() == '<') text = "<" + text.substr(1, 1) + "!" + text.substr(2);
    return text;
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return shout(server) + " IS SUNNY";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "TOO LATE\n";
    }
    co_return std::nullopt;
}
