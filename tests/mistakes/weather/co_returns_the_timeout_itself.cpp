#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "It rains at " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> questions;
    for (Server& s : servers) questions.push_back(fetch_weather(s.name, s.delay));

    try {
        auto answers = aio::timeout(budget, aio::gather(questions));
        co_return answers;
    } catch (const aio::TimeoutError& error) {
        std::cerr << "Too late! " << error.what() << std::endl;
        co_return std::nullopt;
    }
}
