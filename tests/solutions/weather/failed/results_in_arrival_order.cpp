// Fault: each answer is appended when it arrives, so the fastest server stands first.
// Loses: results-in-order
#include "exercises/weather/weather.hpp"

#include <cstdio>
#include <memory>

using Answers = std::shared_ptr<std::vector<std::string>>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    std::printf("%s: done\n", server.c_str());
    co_return "Weather " + server;
}

aio::Coroutine<> fetch_into(Answers answers, Server server) {
    auto text = co_await fetch_weather(server.name, server.delay);
    answers->push_back(text);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto answers = std::make_shared<std::vector<std::string>>();
    std::vector<aio::Coroutine<>> requests;
    for (const auto& server : servers) requests.push_back(fetch_into(answers, server));
    try {
        co_await aio::timeout(budget, aio::gather(std::move(requests)));
    } catch (const aio::TimeoutError&) {
        std::printf("Timeout, everything is cancelled\n");
        co_return std::nullopt;
    }
    co_return *answers;
}
