// Wrong: off by one: when forecast is cancelled from outside, the last server's task is not cancelled.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> request(std::shared_ptr<aio::Queue<int>> bell, std::shared_ptr<std::string> slot, Server server) {
    *slot = co_await fetch_weather(server.name, server.delay);
    bell->put_nowait(1);
}

static aio::Coroutine<> hear(std::shared_ptr<aio::Queue<int>> bell, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) co_await bell->get();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto bell = std::make_shared<aio::Queue<int>>();
    std::vector<std::shared_ptr<std::string>> slots;
    std::vector<aio::Task<>> tasks;
    for (const Server& s : servers) {
        slots.push_back(std::make_shared<std::string>());
        tasks.push_back(aio::create_task(request(bell, slots.back(), s)));
    }
    try {
        co_await aio::timeout(budget, hear(bell, servers.size()));
    } catch (const aio::TimeoutError&) {
        for (auto& task : tasks) task.cancel();
        std::cout << "Too late\n";
        co_return std::nullopt;
    } catch (...) {
        for (std::size_t i = 0; i + 1 < tasks.size(); ++i) tasks[i].cancel();
        throw;
    }
    std::vector<std::string> answers;
    for (auto& slot : slots) answers.push_back(*slot);
    co_return answers;
}
