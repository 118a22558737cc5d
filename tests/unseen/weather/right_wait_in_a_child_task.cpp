// Right: fetch_weather lets a child task do the waiting and awaits it, so a cancellation goes down to it.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

static aio::Coroutine<int> server_at_work(aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return 21;
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    aio::Task<int> work = aio::create_task(server_at_work(delay));
    std::cout << server << " is working\n";
    const int degrees = co_await work;
    co_return server + ": " + std::to_string(degrees) + "°C";
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
