// Wrong: eight slow tasks at most are cancelled when it is too late; with more than eight slow servers the others run on.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

constexpr std::size_t max_kills = 8;

static aio::Coroutine<std::vector<std::string>> all_results(std::vector<aio::Task<std::string>> tasks) {
    std::vector<std::string> v(tasks.size());
    for (std::size_t i = 0; i < v.size(); ++i) v[i] = co_await aio::shield(tasks[i]);
    co_return v;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    try {
        co_return co_await aio::timeout(budget, all_results(tasks));
    } catch (const aio::TimeoutError&) {
        std::size_t killed = 0;
        for (auto& task : tasks) {
            if (killed < max_kills && task.cancel()) ++killed;
        }
        std::cout << "Too late, " << killed << " stopped\n";
    } catch (const aio::CancelledError&) {
        std::for_each(tasks.begin(), tasks.end(), [](auto& task) { task.cancel(); });
        throw;
    }
    co_return std::nullopt;
}
