// Right: answers come through a queue with their index, and are put at their place; a gather holds reporters and collector together.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <utility>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

using Item = std::pair<std::size_t, std::string>;

static aio::Coroutine<> reporter(std::size_t index, Server server, aio::Queue<Item>& queue) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    co_await queue.put(Item{index, std::move(text)});
}

static aio::Coroutine<> collector(std::vector<std::string>& places, aio::Queue<Item>& queue) {
    for (std::size_t seen = 0; seen < places.size(); ++seen) {
        Item item = co_await queue.get();
        places[item.first] = std::move(item.second);
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Queue<Item> queue;
    std::vector<std::string> places(servers.size());
    std::vector<aio::Coroutine<>> everybody;
    everybody.push_back(collector(places, queue));
    for (std::size_t i = 0; i < servers.size(); ++i) everybody.push_back(reporter(i, servers[i], queue));
    try {
        co_await aio::timeout(budget, aio::gather(everybody));
        co_return places;
    } catch (const aio::TimeoutError&) {
        std::cout << "no weather today, too late\n";
    }
    co_return std::nullopt;
}
