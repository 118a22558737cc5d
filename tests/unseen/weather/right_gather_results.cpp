// Right: gather(return_exceptions) under the timeout, then the value of every Result.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    std::vector<aio::Result<std::string>> results;
    try {
        results = co_await aio::timeout(budget, aio::gather(aio::return_exceptions, requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late, sorry\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (auto& result : results) answers.push_back(result.value());
    co_return answers;
}
