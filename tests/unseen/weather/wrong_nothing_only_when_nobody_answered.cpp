// Wrong: when it is too late and somebody has answered, his answers are returned; std::nullopt comes only when nobody has.
// Loses: gives-up-in-time
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> ask(Server server, std::optional<std::string>& slot) {
    slot = co_await fetch_weather(server.name, server.delay);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::optional<std::string>> slots(servers.size());
    bool late = false;
    auto body = [&](aio::TaskGroup& group) -> aio::Coroutine<> {
        for (std::size_t i = 0; i < servers.size(); ++i) group.create_task(ask(servers[i], slots[i]));
        co_return;
    };
    try {
        co_await aio::timeout(budget, aio::task_group(body));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        late = true;
    }
    std::vector<std::string> answers;
    for (auto& slot : slots)
        if (slot) answers.push_back(*slot);
    if (late && answers.empty()) co_return std::nullopt;
    co_return answers;
}
