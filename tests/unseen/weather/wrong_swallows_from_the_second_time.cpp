// Wrong: a static flag lets only the first cancellation pass; every later one is swallowed.
// Loses: passes-cancellation-on
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
    static bool deja_annule = false;
    std::vector<aio::Coroutine<std::string>> v;
    for (auto &s : servers) v.push_back(fetch_weather(s.name, s.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(v));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard" << std::endl;
    } catch (const aio::CancelledError &) {
        if (!deja_annule) {
            deja_annule = true;
            throw;
        }
    }
    co_return std::nullopt;
}
