// Right: forecast only makes a task of the real work and awaits it, so a cancellation is passed down.
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

static aio::Coroutine<Forecast> vrai_travail(std::vector<Server> servers, aio::Duration budget)
{
    std::vector<aio::Coroutine<std::string>> v;
    for (auto &s : servers) v.push_back(fetch_weather(s.name, s.delay));
    try {
        co_return Forecast(co_await aio::timeout(budget, aio::gather(v)));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard.\n";
        co_return std::nullopt;
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget)
{
    auto tache = aio::create_task(vrai_travail(std::move(servers), budget), "prévisions");
    co_return co_await tache;
}
