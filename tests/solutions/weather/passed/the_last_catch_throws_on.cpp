// Right: catch (...) stands there, looks what it was, and throws on whatever is no timeout.
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    try {
        co_await aio::sleep(delay);
    } catch (...) {
        std::cout << server << ": interrupted\n";
        throw;
    }
    co_return "weather(" + server + ")";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> tasks;
    for (std::size_t i = 0; i != servers.size(); ++i) {
        auto task = aio::create_task(fetch_weather(servers[i].name, servers[i].delay), "request " + std::to_string(i));
        tasks.push_back(task);
    }
    Forecast out;
    bool late = false;
    try {
        co_await aio::timeout(budget, aio::gather(tasks));
        out.emplace();
        for (auto& task : tasks) out->push_back(task.result());
    } catch (const aio::TimeoutError&) {
        late = true;
    } catch (...) {
        std::cout << "something else happened\n";
        throw;
    }
    if (late) std::cout << "too late\n";
    co_return out;
}
