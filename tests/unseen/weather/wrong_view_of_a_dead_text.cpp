// Wrong: (lifetime) a string_view is kept of a temporary string that is dead before the wait is over, and read afterwards.
// Loses: fetch-waits, fetch-names-server
// Outcome: memory_error
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <string_view>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::string_view text = "the current weather, as it was reported to us by the server " + server;
    co_await aio::sleep(delay);
    co_return std::string(text);
}

namespace {
struct Station {
    std::string name;
    aio::Duration latency;
    aio::Coroutine<> report(std::string& into) {
        co_await aio::sleep(latency);
        into = "report of " + name;
    }
};
}  // namespace

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<Station> stations;
    for (auto& s : servers) stations.push_back(Station{s.name, s.delay});
    std::vector<std::string> reports(stations.size());
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < stations.size(); ++i) jobs.push_back(stations[i].report(reports[i]));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "Zu spät\n";
        co_return std::nullopt;
    }
    co_return reports;
}
