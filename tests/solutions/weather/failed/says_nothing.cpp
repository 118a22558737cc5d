// Fault: gives up without a word.
// Loses: says-too-late
#include "exercises/weather/weather.hpp"

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + " => snow";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> all;
    for (auto& [name, delay] : servers) all.push_back(fetch_weather(name, delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(std::move(all)));
    } catch (const aio::TimeoutError&) {
        co_return std::nullopt;
    }
}
