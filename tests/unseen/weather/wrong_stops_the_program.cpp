// Wrong: "stop" is taken literally: when it is too late the program is ended with exit.
// Loses: gives-up-in-time
// Outcome: exited_early
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <cstdlib>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today" << std::endl;
    }
    std::exit(0);
}
