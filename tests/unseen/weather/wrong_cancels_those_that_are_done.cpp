// Wrong: the condition is the wrong way round: the tasks that are done are cancelled, those still running are not.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

struct Running {
    std::vector<aio::Task<std::string>> tasks;

    aio::Coroutine<std::vector<std::string>> results() {
        std::vector<std::string> r;
        for (auto& t : tasks) r.push_back(co_await aio::shield(t));
        co_return r;
    }
    void stop_everything() {
        for (auto& t : tasks) t.cancel();
    }
    void stop_the_slow_ones() {
        for (auto& t : tasks)
            if (t.done()) t.cancel();
    }
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Running running;
    for (const Server& s : servers) running.tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    try {
        co_return co_await aio::timeout(budget, running.results());
    } catch (const aio::TimeoutError&) {
        running.stop_the_slow_ones();
    } catch (...) {
        running.stop_everything();
        throw;
    }
    std::cout << "Too late\n";
    co_return std::nullopt;
}
