// Right: all tasks are created first and then awaited one after the other; whatever goes wrong, all are cancelled.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

// joue le serveur
aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay)
{
    std::cout << "-> " << server << std::endl;
    co_await aio::sleep(delay);
    std::cout << "<- " << server << std::endl;
    co_return "Météo de " + server + " : ensoleillé";
}

using Texts = std::vector<std::string>;

static aio::Coroutine<Texts> collect(std::vector<aio::Task<std::string>> tasks)
{
    Texts texts;
    try {
        for (auto &task : tasks)
            texts.push_back(co_await task);
    } catch (...) {
        for (auto &task : tasks) task.cancel();   // personne ne doit rester
        throw;
    }
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget)
{
    std::vector<aio::Task<std::string>> tasks;
    for (const Server &s : servers)
        tasks.push_back(aio::create_task(fetch_weather(s.name, s.delay)));
    try {
        co_return co_await aio::timeout(budget, collect(tasks));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard : pas de prévisions aujourd'hui" << std::endl;
    }
    co_return std::nullopt;
}
