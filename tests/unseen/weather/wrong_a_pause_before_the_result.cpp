// Wrong: after the last answer it waits another quarter of a second before it returns the list.
// Loses: results-in-order
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

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget)
{
    std::vector<aio::Coroutine<std::string>> v;
    for (auto &s : servers) v.push_back(fetch_weather(s.name, s.delay));
    Forecast f;
    try {
        f = co_await aio::timeout(budget, aio::gather(v));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard" << std::endl;
        co_return std::nullopt;
    }
    std::cout << "Préparation de l'affichage..." << std::endl;
    co_await aio::sleep(250ms);
    co_return f;
}
