#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<> say(std::string text) {
    std::cout << text << std::endl;
    co_return;
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await say(server + ": asked");
    co_await aio::sleep(delay);
    co_await say(server + ": answered");
    co_return server + ": snow";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> all;
    for (const Server& one : servers) all.push_back(fetch_weather(one.name, one.delay));

    try {
        co_return co_await aio::timeout(budget, aio::gather(all));
    } catch (const aio::TimeoutError&) {
        co_await say("Too late: no forecast today");
    }
    co_return std::nullopt;
}
