// Fault: un point-virgule manque après le co_await.
// Loses: everything
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string serveur, aio::Duration delai) {
    co_await aio::sleep(delai)
    co_return "Météo " + serveur;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> serveurs, aio::Duration budget) {
    std::vector<aio::Coroutine<std::string>> demandes;
    for (const auto& serveur : serveurs) demandes.push_back(fetch_weather(serveur.name, serveur.delay));
    try {
        auto textes = co_await aio::timeout(budget, aio::gather(std::move(demandes)));
        co_return textes;
    } catch (const aio::TimeoutError&) {
        std::cout << "Trop lent\n";
        co_return std::nullopt;
    }
}
