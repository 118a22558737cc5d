// Wrong: recursion asks the two halves one after the other when there are more than four servers, at the same time only below that.
// Loses: all-at-once, results-in-order
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    std::cout << server << ": asked\n";
    co_await aio::sleep(delay);
    std::cout << server << ": answered\n";
    co_return "weather from " + server;
}

using Texts = std::vector<std::string>;

static aio::Coroutine<Texts> ask(std::vector<Server> part) {
    Texts texts;
    if (part.size() > 4) {
        const auto half = part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2);
        texts = co_await ask(std::vector<Server>(part.begin(), half));
        Texts more = co_await ask(std::vector<Server>(half, part.end()));
        texts.insert(texts.end(), more.begin(), more.end());
    } else {
        std::vector<aio::Coroutine<std::string>> requests;
        for (auto& s : part) requests.push_back(fetch_weather(s.name, s.delay));
        texts = co_await aio::gather(requests);
    }
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        co_return co_await aio::timeout(budget, ask(servers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
    }
    co_return std::nullopt;
}
