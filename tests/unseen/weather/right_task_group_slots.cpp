// Right: a task group instead of gather; every child writes its own slot of the vector.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> fill(std::string& slot, Server server) {
    slot = co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> answers(servers.size());
    auto body = [&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (std::size_t i = 0; i < servers.size(); ++i) group.create_task(fill(answers[i], servers[i]));
        co_return;
    };
    try {
        co_await aio::timeout(budget, aio::task_group(body));
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cerr << "Time is up, no forecast\n";
    }
    co_return std::nullopt;
}
