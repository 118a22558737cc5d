#include "exercises/weather/weather.hpp"

#include <iostream>
#include <map>

using Answers = std::map<std::string, std::string>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": thunder";
}

aio::Coroutine<> ask(std::string name, aio::Duration delay, Answers& answers) {
    std::string answer = co_await fetch_weather(name, delay);
    answers[name] = answer;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Answers answers;
    std::vector<aio::Coroutine<>> requests;
    for (const Server& server : servers) requests.push_back(ask(server.name, server.delay, answers));

    try {
        co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today" << std::endl;
        co_return std::nullopt;
    }

    std::vector<std::string> list;
    for (const auto& [name, answer] : answers) {
        list.push_back(answer);
    }
    co_return list;
}
