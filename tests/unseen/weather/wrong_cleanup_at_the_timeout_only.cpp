// Wrong: the tasks are cancelled when it is too late, but left running when forecast is cancelled from outside.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

struct State {
    std::vector<std::string> answers;
    std::size_t missing = 0;
    aio::Event done;
};

static aio::Coroutine<> ask(std::shared_ptr<State> state, std::size_t i, Server server) {
    state->answers[i] = co_await fetch_weather(server.name, server.delay);
    if (--state->missing == 0) state->done.set();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto state = std::make_shared<State>();
    state->answers.resize(servers.size());
    state->missing = servers.size();
    if (servers.empty()) state->done.set();
    std::vector<aio::Task<>> tasks;
    for (std::size_t i = 0; i < servers.size(); ++i) tasks.push_back(aio::create_task(ask(state, i, servers[i])));
    try {
        co_await aio::timeout(budget, state->done.wait());
    } catch (const aio::TimeoutError&) {
        for (auto& task : tasks) task.cancel();
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    co_return state->answers;
}
