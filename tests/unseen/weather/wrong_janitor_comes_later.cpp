// Wrong: the slow requests are stopped by a janitor task half a second after it was too late.
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

using Work = aio::Task<std::vector<std::string>>;

static aio::Coroutine<std::vector<std::string>> ask_all(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (auto& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    co_return co_await aio::gather(requests);
}

static aio::Coroutine<> janitor(Work work) {
    co_await aio::sleep(500ms);  // a last chance, then sweep
    work.cancel();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Work work = aio::create_task(ask_all(std::move(servers)));
    try {
        co_return co_await aio::timeout(budget, aio::shield(work));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        aio::create_task(janitor(work));
    } catch (...) {
        work.cancel();
        throw;
    }
    co_return std::nullopt;
}
