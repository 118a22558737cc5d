// Fault: note l'annulation venue de l'extérieur, puis rend nullopt comme si de rien n'était.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string serveur, aio::Duration attente) {
    co_await aio::sleep(attente);
    co_return "Météo à " + serveur;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> serveurs, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> requetes;
    for (const Server& serveur : serveurs) requetes.push_back(fetch_weather(serveur.name, serveur.delay));
    try {
        auto textes = co_await aio::timeout(budget, aio::gather(std::move(requetes)));
        co_return textes;
    } catch (const aio::TimeoutError&) {
        std::cout << "Annulation : trop lent" << std::endl;
    } catch (const aio::CancelledError&) {
        std::cout << "Annulation demandée" << std::endl;
    }
    co_return std::nullopt;
}
