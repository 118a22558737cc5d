// Right: les réponses sont rangées dans un std::map par nom de serveur, puis relues dans l'ordre demandé.
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <map>

using Annuaire = std::map<std::string, std::string>;

aio::Coroutine<std::string> fetch_weather(std::string serveur, aio::Duration attente) {
    std::cout << "On appelle " << serveur << "..." << std::endl;
    co_await aio::sleep(attente);
    std::cout << "... " << serveur << " décroche." << std::endl;
    std::string bulletin = "Bulletin de " + serveur + " : averses";
    co_return bulletin;
}

aio::Coroutine<> noter(Annuaire& annuaire, std::string nom, aio::Duration attente) {
    std::string bulletin = co_await fetch_weather(nom, attente);
    annuaire[nom] = bulletin;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> serveurs, aio::Duration budget) {
    Annuaire annuaire;
    std::vector<aio::Coroutine<>> appels;
    for (const Server& serveur : serveurs) {
        appels.push_back(noter(annuaire, serveur.name, serveur.delay));
    }

    bool a_temps = true;
    try {
        co_await aio::timeout(budget, aio::gather(appels));
    } catch (aio::TimeoutError& erreur) {
        a_temps = false;
    }

    if (!a_temps) {
        std::cout << "Annulation : trop lent (" << annuaire.size() << " réponses sur " << serveurs.size() << ")"
                  << std::endl;
        co_return std::nullopt;
    }

    std::vector<std::string> bulletins;
    for (const Server& serveur : serveurs) bulletins.push_back(annuaire.at(serveur.name));
    co_return bulletins;
}
