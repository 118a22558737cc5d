// Wrong: cancels the first task that is not done and then breaks: with two slow servers the second runs on.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static bool all_done(const std::vector<aio::Task<std::string>>& tasks) {
    for (auto& t : tasks)
        if (!t.done()) return false;
    return true;
}

static aio::Coroutine<std::vector<std::string>> in_order(std::vector<aio::Task<std::string>> tasks) {
    std::vector<std::string> texts;
    for (auto& t : tasks) texts.push_back(co_await aio::shield(t));
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (const Server& s : servers) tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    try {
        co_return co_await aio::timeout(budget, in_order(tasks));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        if (!all_done(tasks)) {
            for (auto& t : tasks) {
                if (!t.done()) {
                    t.cancel();
                    break;
                }
            }
        }
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
    co_return std::nullopt;
}
