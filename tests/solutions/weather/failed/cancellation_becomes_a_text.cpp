// Fault: fetch_weather catches its cancellation and answers with a text all the same.
// Loses: gives-up-in-time, says-too-late
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::string sky = "blue sky";
    try {
        co_await aio::sleep(delay);
    } catch (const aio::CancelledError&) {
        sky = "unknown, it was cancelled";
    }
    co_return server + ": " + sky;
}

aio::Coroutine<std::string> ask_within(aio::Duration budget, Server server) {
    auto text = co_await aio::timeout(budget, fetch_weather(server.name, server.delay));
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const auto& server : servers) requests.push_back(ask_within(budget, server));
    try {
        auto texts = co_await aio::gather(std::move(requests));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "Sorry, too late\n";
        co_return std::nullopt;
    }
}
