// Right: a catch (...) beside the TimeoutError that ends with throw.
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
    std::vector<aio::Coroutine<std::string>> demandes;
    for (const auto &s : servers)
        demandes.push_back(fetch_weather(s.name, s.delay));
    try {
        co_return co_await aio::timeout(budget, aio::gather(demandes));
    } catch (const aio::TimeoutError &) {
        std::cout << "Trop tard !" << std::endl;
    } catch (...) {
        std::cout << "On nous interrompt" << std::endl;
        throw;
    }
    co_return std::nullopt;
}
