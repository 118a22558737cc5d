// Fault: waits for every answer, however long it takes; the budget is not used.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration) {
    std::vector<aio::Coroutine<std::string>> v;
    for (auto& s : servers) v.push_back(fetch_weather(s.name, s.delay));
    auto r = co_await aio::gather(std::move(v));
    co_return r;
}
