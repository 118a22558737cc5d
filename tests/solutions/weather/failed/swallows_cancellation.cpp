// Fault: catch (...) takes a cancellation from outside for a timeout and returns nullopt.
// Loses: passes-cancellation-on
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string serveur, aio::Duration delai) {
    std::cout << "Contact de " << serveur << "\n";
    co_await aio::sleep(delai);
    std::cout << "Serveur " << serveur << " fini\n";
    co_return "Temps donné par " + serveur;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> serveurs, aio::Duration budget) {
    try {
        std::vector<aio::Coroutine<std::string>> demandes;
        for (const auto& serveur : serveurs) {
            demandes.push_back(fetch_weather(serveur.name, serveur.delay));
        }
        auto resultats = co_await aio::timeout(budget, aio::gather(std::move(demandes)));
        co_return resultats;
    } catch (...) {
        std::cout << "Annulation : trop lent\n";
    }
    co_return std::nullopt;
}
