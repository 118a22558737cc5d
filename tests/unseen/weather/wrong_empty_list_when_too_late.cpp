// Wrong: when it is too late the result is an empty list instead of std::nullopt.
// Loses: gives-up-in-time
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
    std::vector<std::string> reponses;
    try {
        reponses = co_await aio::timeout(budget, aio::gather(v));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard" << std::endl;
    }
    co_return reponses;
}
