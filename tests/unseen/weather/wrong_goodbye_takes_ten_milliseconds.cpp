// Wrong: a cancelled request says goodbye for 10 ms before it stops, and the timeout has to wait for that.
// Loses: gives-up-in-time, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    bool stopped = false;
    try {
        co_await aio::sleep(delay);
    } catch (const aio::CancelledError&) {
        stopped = true;
    }
    if (stopped) {
        std::cout << server << ": too late, hanging up\n";
        co_await aio::sleep(10ms);  // close the connection
        throw aio::CancelledError();
    }
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
