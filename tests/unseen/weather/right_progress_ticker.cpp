// Right: a ticker prints a dot every half second; it is a child of the race and is stopped on every way out.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

static aio::Coroutine<> ticker() {
    while (true) {
        co_await aio::sleep(500ms);
        std::cout << "." << std::flush;
    }
}

struct Stopper {
    aio::Task<> task;
    ~Stopper() { task.cancel(); }
};

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    Stopper stopper{aio::create_task(ticker())};
    try {
        co_return co_await aio::timeout(budget, aio::gather(requests));
    } catch (const aio::TimeoutError&) {
        std::cout << " too late\n";
    }
    co_return std::nullopt;
}
