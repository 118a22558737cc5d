// Right: a template `within` turns a timeout into an empty optional; early returns everywhere.
#include "exercises/weather/weather.hpp"

#include <iostream>

template <class T>
aio::Coroutine<std::optional<T>> within(aio::Duration limit, aio::Coroutine<T> work) {
    try {
        T value = co_await aio::timeout(limit, work);
        co_return std::optional<T>(std::move(value));
    } catch (const aio::TimeoutError&) {
        co_return std::nullopt;
    }
}

aio::Coroutine<std::vector<std::string>> ask_all(std::vector<Server> servers) {
    if (servers.empty()) co_return {};
    std::vector<aio::Coroutine<std::string>> requests;
    requests.reserve(servers.size());
    for (const Server& server : servers) requests.emplace_back(fetch_weather(server.name, server.delay));
    auto answers = co_await aio::gather(std::move(requests));
    co_return answers;
}

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    if (delay.count() > 0) co_await aio::sleep(delay);
    co_return "cloudy, says " + server;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto answers = co_await within(budget, ask_all(std::move(servers)));
    if (answers) co_return answers;
    std::cout << "The budget is used up." << std::flush;
    co_return std::nullopt;
}
