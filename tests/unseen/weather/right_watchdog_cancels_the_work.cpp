// Right: an own watchdog task cancels the work; a cancellation from outside is told apart and passed on.
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

static aio::Coroutine<std::vector<std::string>> work(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> jobs;
    for (auto& s : servers) jobs.push_back(fetch_weather(s.name, s.delay));
    co_return co_await aio::gather(jobs);
}

static aio::Coroutine<> watchdog(aio::Duration budget, aio::Task<std::vector<std::string>> victim,
                                 std::shared_ptr<bool> bitten) {
    co_await aio::sleep(budget);
    if (victim.cancel()) *bitten = true;
}

struct Leash {
    aio::AnyTask dog;
    ~Leash() { dog.cancel(); }
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    const int before = aio::current_task().cancelling();
    auto job = aio::create_task(work(servers), "work");
    auto bitten = std::make_shared<bool>(false);
    Leash leash{aio::create_task(watchdog(budget, job, bitten), "dog")};
    try {
        co_return co_await job;
    } catch (const aio::CancelledError&) {
        // somebody else's cancellation is not ours to keep
        if (!*bitten || aio::current_task().cancelling() > before) throw;
    }
    std::cout << "Wuff! Too late.\n";
    co_return std::nullopt;
}
