#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return server + ": sunny";
}

aio::Coroutine<std::vector<std::string>> ask_everybody(std::vector<Server> servers) {
    std::vector<std::string> answers;
    for (const Server& server : servers) {
        answers.push_back(co_await fetch_weather(server.name, server.delay));
    }
    co_return answers;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, ask_everybody(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today\n";
    }
    co_return std::nullopt;
}
