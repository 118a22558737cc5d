// Wrong: an own watchdog cancels the work, and every CancelledError is taken for the watchdog's, also one from outside.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::vector<std::string>> work(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> jobs;
    for (auto& s : servers) jobs.push_back(fetch_weather(s.name, s.delay));
    co_return co_await aio::gather(jobs);
}

static aio::Coroutine<> watchdog(aio::Duration budget, aio::Task<std::vector<std::string>> victim) {
    co_await aio::sleep(budget);
    victim.cancel();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto job = aio::create_task(work(servers));
    auto dog = aio::create_task(watchdog(budget, job));
    try {
        auto answers = co_await job;
        dog.cancel();
        co_return answers;
    } catch (const aio::CancelledError&) {
        dog.cancel();
        std::cout << "Too late, the dog has barked\n";
    }
    co_return std::nullopt;
}
