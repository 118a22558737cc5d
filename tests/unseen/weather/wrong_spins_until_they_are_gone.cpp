// Wrong: after cancelling the slow tasks it spins without await until they are done, which can never happen.
// Loses: gives-up-in-time, slow-ones-cancelled
// Outcome: timed_out
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::vector<std::string>> collect(std::vector<aio::Task<std::string>> tasks) {
    std::vector<std::string> texts;
    for (auto& t : tasks) texts.push_back(co_await aio::shield(t));
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    try {
        co_return co_await aio::timeout(budget, collect(tasks));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late: no forecast today" << std::endl;
        for (auto& t : tasks) {
            t.cancel();
            volatile bool gone = false;
            while (!gone) gone = t.done();
        }
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
    co_return std::nullopt;
}
