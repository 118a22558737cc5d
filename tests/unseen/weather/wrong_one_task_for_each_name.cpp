// Wrong: the tasks to be cancelled are kept in a map by name: of two servers with one name only one is cancelled.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <map>
#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct Common {
    std::vector<std::string> texts;
    std::size_t count = 0;
    aio::Event ready;
};

static aio::Coroutine<> query(std::shared_ptr<Common> common, std::size_t i, Server server) {
    common->texts[i] = co_await fetch_weather(server.name, server.delay);
    if (++common->count == common->texts.size()) common->ready.set();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto common = std::make_shared<Common>();
    if (servers.empty()) co_return common->texts;
    common->texts.resize(servers.size());
    std::vector<aio::Task<>> all;
    std::map<std::string, aio::AnyTask> by_name;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        all.push_back(aio::create_task(query(common, i, servers[i])));
        by_name.insert_or_assign(servers[i].name, all.back());
    }
    try {
        co_await aio::timeout(budget, common->ready.wait());
    } catch (const aio::TimeoutError&) {
        for (auto& [name, task] : by_name) {
            if (task.cancel()) std::cout << name << " is too slow\n";
        }
        std::cout << "Too late\n";
        co_return std::nullopt;
    } catch (...) {
        for (auto& task : all) task.cancel();
        throw;
    }
    co_return common->texts;
}
