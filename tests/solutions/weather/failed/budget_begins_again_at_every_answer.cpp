// Fault: the timeout begins anew whenever an answer comes.
// Loses: gives-up-in-time, says-too-late, slow-ones-cancelled
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "weather of " + server;
}

using Limit = std::shared_ptr<aio::TimeoutScope>;

aio::Coroutine<std::string> fetch_and_extend(Limit limit, aio::Duration budget, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    limit->reschedule(budget);
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Limit limit = std::make_shared<aio::TimeoutScope>(budget);
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) requests.push_back(fetch_and_extend(limit, budget, server));
    try {
        auto texts = co_await aio::timeout(*limit, aio::gather(std::move(requests)));
        co_return texts;
    } catch (const aio::TimeoutError&) {
        std::cout << "nobody has answered for a while\n";
    }
    co_return std::nullopt;
}
