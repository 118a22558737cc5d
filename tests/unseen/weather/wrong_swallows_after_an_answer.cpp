// Wrong: a cancellation from outside passes only while nobody has answered; afterwards forecast returns std::nullopt.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> ask(Server server, std::string& slot, int& answered) {
    slot = co_await fetch_weather(server.name, server.delay);
    ++answered;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    int answered = 0;
    std::vector<std::string> slots(servers.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(ask(servers[i], slots[i], answered));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
        co_return slots;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    } catch (...) {
        if (answered == 0) throw;
        std::cout << "Interrupted after " << answered << " answers\n";
    }
    co_return std::nullopt;
}
