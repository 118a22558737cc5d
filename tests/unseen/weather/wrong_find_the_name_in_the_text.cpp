// Wrong: answers are put in order by looking for the name in the text, which goes astray when a name is part of another one.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> ask(Server server, std::vector<std::string>& arrived) {
    auto text = co_await fetch_weather(server.name, server.delay);
    arrived.push_back(std::move(text));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<std::string> arrived;
    std::vector<aio::Coroutine<>> jobs;
    for (const Server& s : servers) jobs.push_back(ask(s, arrived));
    try {
        co_await aio::timeout(budget, aio::gather(jobs));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    std::vector<std::string> sorted;
    for (const Server& s : servers) {
        for (const std::string& text : arrived) {
            if (text.find(s.name) != std::string::npos) {
                sorted.push_back(text);
                break;
            }
        }
    }
    co_return sorted;
}
