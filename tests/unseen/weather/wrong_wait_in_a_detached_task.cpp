// Wrong: fetch_weather starts a task for the wait and waits for an event: a cancellation never reaches that task.
// Loses: slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>

static aio::Coroutine<> remote(std::shared_ptr<aio::Event> answered, aio::Duration delay) {
    co_await aio::sleep(delay);
    answered->set();
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    auto answered = std::make_shared<aio::Event>();
    aio::create_task(remote(answered, delay), server);
    co_await answered->wait();
    co_return "weather from " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late!\n";
    }
    co_return std::nullopt;
}
