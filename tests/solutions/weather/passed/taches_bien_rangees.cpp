// Right: des tâches attendues une à une sous un seul délai, et toutes annulées quand cela tourne mal.
#include "exercises/weather/weather.hpp"

#include <iostream>

aio::Coroutine<std::string> fetch_weather(std::string serveur, aio::Duration attente) {
    std::cout << "Je demande à " << serveur << std::endl;
    co_await aio::sleep(attente);
    std::cout << serveur << " a répondu" << std::endl;
    co_return "Météo de " + serveur;
}

// Attend toutes les tâches, dans l'ordre des serveurs.
aio::Coroutine<std::vector<std::string>> tout_attendre(std::vector<aio::Task<std::string>> taches) {
    std::vector<std::string> reponses;
    for (auto& tache : taches) {
        std::string reponse = co_await tache;
        reponses.push_back(reponse);
    }
    co_return reponses;
}

void tout_annuler(std::vector<aio::Task<std::string>>& taches) {
    for (auto& tache : taches) {
        tache.cancel();
    }
}

aio::Coroutine<Forecast> forecast(std::vector<Server> serveurs, aio::Duration budget) {
    std::vector<aio::Task<std::string>> taches;
    for (const auto& serveur : serveurs) {
        taches.push_back(aio::create_task(fetch_weather(serveur.name, serveur.delay)));
    }

    try {
        std::vector<std::string> reponses = co_await aio::timeout(budget, tout_attendre(taches));
        co_return reponses;
    } catch (const aio::TimeoutError&) {
        tout_annuler(taches);
        std::cout << "Trop tard, tant pis pour les lents." << std::endl;
        co_return std::nullopt;
    } catch (const aio::CancelledError&) {
        tout_annuler(taches); // on nous arrête : eux aussi
        throw;
    }
}
