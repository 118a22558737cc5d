// Wrong: there is room for 16 answers only; those of all further servers are waited for and thrown away.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>
#include <array>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> into(std::string* place, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    if (place != nullptr) *place = text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::array<std::string, 16> places;
    std::vector<aio::Coroutine<>> jobs;
    for (std::size_t i = 0; i < servers.size(); ++i)
        jobs.push_back(into(i < places.size() ? &places[i] : nullptr, servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    const auto n = static_cast<std::ptrdiff_t>(std::min(places.size(), servers.size()));
    co_return std::vector<std::string>(places.begin(), places.begin() + n);
}
