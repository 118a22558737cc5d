// Wrong: answers are appended as they come, so they stand in order of arrival.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> ask(Server server, std::vector<std::string>& answers) {
    std::string answer = co_await fetch_weather(server.name, server.delay);
    answers.push_back(answer);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> answers;
    std::vector<aio::Coroutine<>> requests;
    for (const Server& server : servers) requests.push_back(ask(server, answers));
    try {
        co_await aio::timeout(budget, aio::gather(requests));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
