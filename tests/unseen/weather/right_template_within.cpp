// Right: a small template that turns any coroutine with a limit into an optional.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

namespace {

/// The value when it came within `limit`, else nothing.
template <class T>
aio::Coroutine<std::optional<T>> within(aio::Duration limit, aio::Coroutine<T> what) {
    try {
        co_return co_await aio::timeout(limit, std::move(what));
    } catch (const aio::TimeoutError&) {
    }
    co_return std::nullopt;
}

aio::Coroutine<std::vector<std::string>> all_of_them(std::vector<Server> servers) {
    std::vector<aio::Coroutine<std::string>> requests;
    for (const Server& s : servers) requests.push_back(fetch_weather(s.name, s.delay));
    co_return co_await aio::gather(requests);
}

}  // namespace

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Forecast result = co_await within(budget, all_of_them(std::move(servers)));
    if (!result) std::cout << "Too late: no forecast today\n";
    co_return result;
}
