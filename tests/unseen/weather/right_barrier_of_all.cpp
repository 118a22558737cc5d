// Right: every reporter and one observer meet at a barrier of n + 1 when all have answered, all inside one gather.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> report_and_wait(aio::Barrier& meeting, std::string& where, Server server) {
    where = co_await fetch_weather(server.name, server.delay);
    co_await meeting.wait();
}

static aio::Coroutine<> observe(aio::Barrier& meeting) {
    co_await meeting.wait();
    std::cout << "everybody is here\n";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Barrier meeting(static_cast<int>(servers.size()) + 1);
    std::vector<std::string> answers(servers.size());
    std::vector<aio::Coroutine<>> all;
    for (std::size_t i = 0; i < servers.size(); ++i)
        all.push_back(report_and_wait(meeting, answers[i], servers[i]));
    all.push_back(observe(meeting));
    try {
        co_await aio::timeout(budget, aio::gather(all));
    } catch (const aio::TimeoutError&) {
        std::cout << "somebody is missing: too late\n";
        co_return std::nullopt;
    }
    co_return answers;
}
