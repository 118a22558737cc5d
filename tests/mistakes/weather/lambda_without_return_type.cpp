#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": fog";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> answers(servers.size());

    auto ask = [&](std::size_t i) {
        answers[i] = co_await fetch_weather(servers[i].name, servers[i].delay);
    };

    std::vector<aio::Coroutine<>> requests;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        requests.push_back(ask(i));
    }

    try {
        co_await aio::timeout(budget, aio::gather(requests));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today" << std::endl;
        co_return std::nullopt;
    }
}
