// Fault: fetch_weather calls sleep but does not await it, so nothing ever waits.
// Loses: fetch-waits, all-at-once, gives-up-in-time, says-too-late, slow-ones-cancelled, passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << "Asking " << server << '\n';
    auto pause = aio::sleep(delay);
    (void)pause;
    co_return server + " has answered";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(fetch_weather(server.name, server.delay));
    try {
        auto texts = co_await aio::timeout(budget, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "Too slow!\n";
    }
    co_return std::nullopt;
}
