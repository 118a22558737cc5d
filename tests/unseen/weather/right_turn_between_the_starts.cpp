// Right: lets the loop run once between two starts; no time passes, so all are asked at the same moment.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::vector<std::string>> politely(std::vector<Server> servers) {
    std::vector<aio::Task<std::string>> tasks;
    try {
        for (const Server& s : servers) {
            tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
            co_await aio::sleep(0s);  // let it begin
        }
    } catch (...) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
    co_return co_await aio::gather(tasks);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, politely(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
