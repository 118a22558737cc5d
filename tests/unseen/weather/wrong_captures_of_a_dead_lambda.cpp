// Wrong: (lifetime) the coroutine is a lambda with captures that is destroyed in the loop, before it runs.
// Loses: all-at-once, results-in-order, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
// Outcome: memory_error
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <functional>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) {
        std::function<aio::Coroutine<std::string>()> request = [name = s.name, delay = s.delay, what = std::string("a forecast for the whole day")]()
            -> aio::Coroutine<std::string> { co_return what + ": " + co_await fetch_weather(name, delay); };
        requests.push_back(request());
    }
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
