// Wrong: when all answers are there it waits for the queue's join(), but task_done() is never called.
// Loses: results-in-order
// Outcome: deadlocked
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

using Entry = std::pair<std::size_t, std::string>;

static aio::Coroutine<> produce(aio::Queue<Entry>& queue, std::size_t i, Server server) {
    co_await queue.put(Entry(i, co_await fetch_weather(server.name, server.delay)));
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    aio::Queue<Entry> queue;
    std::vector<aio::Coroutine<>> producers;
    for (std::size_t i = 0; i < servers.size(); ++i) producers.push_back(produce(queue, i, servers[i]));
    try {
        co_await aio::timeout(budget, aio::gather(producers));
    } catch (const aio::TimeoutError&) {
        std::cout << "Too late\n";
        co_return std::nullopt;
    }
    std::vector<std::string> answers(servers.size());
    while (!queue.empty()) {
        Entry entry = queue.get_nowait();
        answers[entry.first] = entry.second;
    }
    co_await queue.join();
    co_return answers;
}
