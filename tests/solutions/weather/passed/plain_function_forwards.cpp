// Right: fetch_weather is a plain function that forwards; a capture-less lambda makes the requests.
#include "exercises/weather/weather.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace {

aio::Coroutine<std::string> wait_and_tell(aio::Duration delay, std::string text) {
    co_await aio::sleep(delay);
    co_return text;
}

} // namespace

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    return wait_and_tell(delay, "Wind and " + server);
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto all = [](std::vector<Server> who) -> aio::Coroutine<std::vector<std::string>> {
        std::vector<aio::Coroutine<std::string>> asked;
        std::ranges::transform(who, std::back_inserter(asked),
                               [](const Server& s) { return fetch_weather(s.name, s.delay); });
        auto texts = co_await aio::gather(asked);
        co_return texts;
    };

    auto everything = all(servers);
    try {
        auto texts = co_await aio::timeout(budget, everything);
        co_return Forecast(texts);
    } catch (const std::exception& e) {
        std::puts(e.what());
        std::puts("we do not wait any longer");
    }
    co_return Forecast();
}
