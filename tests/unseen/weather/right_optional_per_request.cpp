// Right: each request answers with an optional, empty when its own timeout of the budget came; one empty one spoils the forecast.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <algorithm>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

using Maybe = std::optional<std::string>;

static aio::Coroutine<Maybe> maybe(std::string name, aio::Duration delay, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, fetch_weather(name, delay));
    } catch (const aio::TimeoutError&) {
        co_return std::nullopt;
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<Maybe>> requests;
    for (const Server& s : servers) requests.push_back(maybe(s.name, s.delay, budget));
    const std::vector<Maybe> got = co_await aio::gather(requests);
    if (std::any_of(got.begin(), got.end(), [](const Maybe& m) { return !m; })) {
        std::cout << "Too late: somebody did not answer\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers;
    for (const Maybe& m : got) answers.push_back(*m);
    co_return answers;
}
