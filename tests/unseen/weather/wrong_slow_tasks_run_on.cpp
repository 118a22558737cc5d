// Wrong: stops waiting when the time is up, but never cancels the tasks that are still running.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

struct Tray {
    std::vector<std::string> papers;
    std::size_t open;
    aio::Event full;
};

static aio::Coroutine<> bring(std::shared_ptr<Tray> tray, std::size_t i, Server server) {
    tray->papers[i] = co_await fetch_weather(server.name, server.delay);
    if (--tray->open == 0) tray->full.set();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto tray = std::make_shared<Tray>();
    tray->papers.resize(servers.size());
    tray->open = servers.size();
    if (tray->open == 0) co_return tray->papers;
    std::vector<aio::Task<>> tasks;
    for (std::size_t i = 0; i < servers.size(); ++i) tasks.push_back(aio::create_task(bring(tray, i, servers[i])));
    try {
        co_await aio::timeout(budget, tray->full.wait());
        co_return tray->papers;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    } catch (const aio::CancelledError&) {
        for (auto& t : tasks) t.cancel();
        throw;
    }
}
