// Wrong: the work runs in a task of its own and forecast waits for an event: cancelled from outside, the work goes on.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

struct Outcome {
    Forecast value;
    aio::Event known;
};

static aio::Coroutine<> work(std::shared_ptr<Outcome> outcome, std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (auto& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    try {
        outcome->value = co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    outcome->known.set();
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto outcome = std::make_shared<Outcome>();
    aio::create_task(work(outcome, std::move(servers), budget));
    co_await outcome->known.wait();
    co_return outcome->value;
}
