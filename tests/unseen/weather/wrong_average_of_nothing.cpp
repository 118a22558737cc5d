// Wrong: when it is too late it prints the average delay of those that have answered, and divides by zero when nobody has.
// Loses: gives-up-in-time, says-too-late
// Outcome: crashed
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> ask(Server server, std::string& slot, long& total_ms, long& answered) {
    slot = co_await fetch_weather(server.name, server.delay);
    total_ms += static_cast<long>(server.delay / 1ms);
    answered += 1;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    long total_ms = 0;
    long answered = 0;
    std::vector<std::string> slots(servers.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i) jobs.push_back(ask(servers[i], slots[i], total_ms, answered));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
        co_return slots;
    } catch (const aio::TimeoutError&) {
        const long average = total_ms / answered;
        std::cout << "Too late: " << answered << " of " << servers.size() << " have answered, after " << average
                  << " ms on average\n";
    }
    co_return std::nullopt;
}
