// Wrong: the task that prints a dot now and then is stopped after a success and a cancellation, but not when it was too late.
// Loses: slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> dots() {
    for (;;) {
        co_await aio::sleep(700ms);
        std::cout << '.' << std::flush;
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    auto progress = aio::create_task(dots());
    try {
        auto answers = co_await aio::timeout(budget, aio::gather(requests));
        progress.cancel();
        co_return answers;
    } catch (const aio::TimeoutError&) {
        std::cout << "\nToo late\n";
        co_return std::nullopt;
    } catch (...) {
        progress.cancel();
        throw;
    }
}
