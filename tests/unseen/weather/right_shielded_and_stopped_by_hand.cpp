// Right: the work is shielded from the timeout, and cancelled by hand on every way out.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<std::vector<std::string>> everything(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> parts;
    for (auto& s : servers) parts.push_back(fetch_weather(s.name, s.delay));
    co_return co_await aio::gather(parts);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto task = aio::create_task(everything(std::move(servers)));
    try {
        co_return co_await aio::timeout(budget, aio::shield(task));
    } catch (const aio::TimeoutError&) {
        task.cancel();
    } catch (const aio::CancelledError&) {
        task.cancel();
        throw;
    }
    std::cout << "Too late, stopping everybody\n";
    std::vector<aio::Task<std::vector<std::string>>> rest{task};
    co_await aio::gather(aio::return_exceptions, rest);  // until it has really ended
    co_return std::nullopt;
}
