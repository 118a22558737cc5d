// Right: divide and conquer: the left half of the servers together with the right half, down to one.
#include "exercises/weather/weather.hpp"

#include <iostream>

using Texts = std::vector<std::string>;
using Iterator = std::vector<Server>::const_iterator;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "~" + server + "~";
}

static aio::Coroutine<Texts> ask(Iterator begin, Iterator end) {
    const auto count = end - begin;
    Texts texts;
    if (count == 1) {
        std::string text = co_await fetch_weather(begin->name, begin->delay);
        texts.push_back(text);
    } else if (count > 1) {
        const Iterator middle = begin + count / 2;
        auto [left, right] = co_await aio::gather(ask(begin, middle), ask(middle, end));
        texts = left;
        texts.insert(texts.end(), right.begin(), right.end());
    }
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    try {
        Texts texts = co_await aio::timeout(budget, ask(servers.cbegin(), servers.cend()));
        co_return texts;
    } catch (const std::runtime_error& problem) {
        std::cout << "Sorry: " << problem.what() << std::endl;
        co_return std::nullopt;
    }
}
