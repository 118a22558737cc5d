// Right: answers are kept in order of arrival with their number, and sorted by number at the end.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>
#include <tuple>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::pair<int, std::string>> arrivals;
    auto ask = [&arrivals](int number, std::string name, aio::Duration delay) -> aio::Coroutine<> {
        auto text = co_await fetch_weather(name, delay);
        arrivals.emplace_back(number, text);
    };  // `ask` and `arrivals` live longer than the gather
    std::vector<aio::Coroutine<>> jobs;
    for (int i = 0; i < static_cast<int>(servers.size()); ++i)
        jobs.push_back(ask(i, servers[i].name, servers[i].delay));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "too late\n";
        co_return std::nullopt;
    }
    std::sort(arrivals.begin(), arrivals.end());
    std::vector<std::string> answers;
    for (auto& arrival : arrivals) answers.push_back(std::move(arrival.second));
    co_return answers;
}
