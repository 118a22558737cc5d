// Wrong: fetch_weather sleeps with std::this_thread::sleep_for, so the loop stands still and nobody can cancel it.
// Loses: fetch-waits, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <thread>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    std::this_thread::sleep_for(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
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
