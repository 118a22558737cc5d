// Right: a condition is notified by every answer and by an alarm clock; the forecast looks which of them it was.
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

struct Desk {
    std::vector<std::string> texts;
    std::size_t arrived = 0;
    bool closed = false;
    aio::Condition changed;
};
using SharedDesk = std::shared_ptr<Desk>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + " reports snow";
}

aio::Coroutine<> bring(SharedDesk desk, std::size_t place, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    auto guard = co_await desk->changed.acquire();
    desk->texts[place] = text;
    ++desk->arrived;
    desk->changed.notify_all();
}

aio::Coroutine<> alarm(SharedDesk desk, aio::Duration budget) {
    co_await aio::sleep(budget);
    auto guard = co_await desk->changed.acquire();
    desk->closed = true;
    desk->changed.notify_all();
}

aio::Coroutine<> watch(SharedDesk desk) {
    auto guard = co_await desk->changed.acquire();
    while (!desk->closed && desk->arrived < desk->texts.size()) co_await desk->changed.wait();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto desk = std::make_shared<Desk>();
    desk->texts.resize(servers.size());
    std::vector<aio::Task<>> messengers;
    messengers.push_back(aio::create_task(alarm(desk, budget)));
    for (std::size_t i = 0; i < servers.size(); ++i) messengers.push_back(aio::create_task(bring(desk, i, servers[i])));

    std::exception_ptr stopped;
    try {
        co_await watch(desk);
    } catch (...) {
        stopped = std::current_exception();
    }
    for (auto& messenger : messengers) messenger.cancel();
    if (stopped) std::rethrow_exception(stopped);
    if (desk->arrived == servers.size()) co_return desk->texts;
    std::cout << "the desk is closed\n";
    co_return std::nullopt;
}
