#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": hot";
}

aio::Coroutine<std::string> ask(Server server, aio::Duration budget) {
    co_return co_await aio::timeout(budget, fetch_weather(server.name, server.delay));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(ask(server, budget));

    // some may have failed: take the good ones
    const auto results = co_await aio::gather(aio::return_exceptions, requests);

    std::vector<std::string> answers;
    bool late = false;
    for (const auto& result : results) {
        if (result.ok()) {
            answers.push_back(result.value());
        } else {
            late = true;
        }
    }
    if (late) std::cout << "Too late for some of them\n";
    co_return answers;
}
