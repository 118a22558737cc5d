// Right: every request has a timeout of its own, but all begin together, so it behaves as one.
#include "exercises/weather/weather.hpp"

#include <cstdio>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::printf("Asking %s...\n", server.c_str());
    co_await aio::sleep(delay);
    std::printf("%s has answered.\n", server.c_str());
    co_return "Weather according to " + server + ": 21 degrees";
}

// One request that may not last longer than the budget.
aio::Coroutine<std::string> ask(Server server, aio::Duration budget) {
    std::string text = co_await aio::timeout(budget, fetch_weather(server.name, server.delay));
    co_return text;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& server : servers) {
        requests.push_back(ask(server, budget));
    }

    bool too_late = false;
    std::vector<std::string> texts;
    try {
        texts = co_await aio::gather(std::move(requests));
    } catch (const aio::TimeoutError&) {
        too_late = true;
    }

    if (too_late) {
        std::printf("One of %zu servers is too slow.\n", servers.size());
        co_return std::nullopt;
    }
    co_return texts;
}
