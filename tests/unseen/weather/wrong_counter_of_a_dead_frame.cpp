// Wrong: (lifetime) a task that counts hundredths in a local of forecast is left running when forecast is cancelled, and writes into the frame that is gone.
// Loses: passes-cancellation-on
// Outcome: memory_error
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

static aio::Coroutine<> count_up(long& hundredths) {
    for (;;) {
        co_await aio::sleep(10ms);
        ++hundredths;
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    long hundredths = 0;
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    auto counter = aio::create_task(count_up(hundredths));
    Forecast result;
    try {
        result = co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late after " << hundredths << "/100 s\n";
    }
    counter.cancel();
    std::vector<aio::Task<>> one{counter};
    co_await aio::gather(aio::return_exceptions, one);
    co_return result;
}
