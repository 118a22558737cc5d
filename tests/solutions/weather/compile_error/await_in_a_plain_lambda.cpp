// Fault: awaits inside a lambda that returns a string and so is no coroutine.
// Loses: everything
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Weather " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto ask = [](Server server) -> std::string {
        std::string text = co_await fetch_weather(server.name, server.delay);
        return text;
    };
    (void)budget;
    std::vector<std::string> texts;
    for (const auto& server : servers) {
        texts.push_back(ask(server));
    }
    co_return texts;
}
