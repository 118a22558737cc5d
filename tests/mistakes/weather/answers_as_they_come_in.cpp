#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "Weather at " + server + ": rain";
}

aio::Coroutine<> ask(Server server, std::vector<std::string>& answers) {
    auto answer = co_await fetch_weather(server.name, server.delay);
    answers.push_back(answer);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> answers;
    std::vector<aio::Coroutine<>> requests;
    for (const auto& server : servers) requests.push_back(ask(server, answers));

    try {
        co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late, sorry" << std::endl;
        co_return std::nullopt;
    }
    co_return answers;
}
