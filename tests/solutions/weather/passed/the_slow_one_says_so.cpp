// Right: it is the cancelled request that says it was too slow, and it passes the cancellation on.
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    try {
        co_await aio::sleep(delay);
    } catch (const aio::CancelledError&) {
        std::fprintf(stderr, "%s is too slow, dropped", server.c_str());
        throw;
    }
    co_return "from " + server + ": rain";
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Task<std::string>> asked;
    asked.reserve(servers.size());
    for (const Server& server : servers) {
        auto request = fetch_weather(server.name, server.delay);
        asked.push_back(aio::create_task(std::move(request)));
    }

    Forecast answer = std::nullopt;
    try {
        answer = co_await aio::timeout(budget, aio::gather(asked));
    } catch (aio::TimeoutError&) {
        // the requests have said it already
    }
    co_return answer;
}
