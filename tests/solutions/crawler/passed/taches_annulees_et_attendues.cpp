// Right: des tâches ; à l'annulation, toutes sont annulées et attendues tant que le sémaphore existe.
#include "exercises/crawler/crawler.hpp"

#include <exception>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> download(aio::Semaphore& places, int page) {
    auto place = co_await places.acquire();
    std::cout << "Téléchargement de la page " << page << "..." << std::endl;
    co_await aio::sleep(1s);
    std::cout << "Fini " << page << std::endl;
}

aio::Coroutine<> crawl(int pages, int limite) {
    aio::Semaphore places(limite);
    std::vector<aio::Task<>> taches;
    for (int page = 0; page < pages; ++page) {
        taches.push_back(aio::create_task(download(places, page)));
    }

    std::exception_ptr annulation;
    try {
        for (auto& tache : taches) co_await tache;
    } catch (const aio::CancelledError&) {
        annulation = std::current_exception();
    }
    if (!annulation) co_return;

    for (auto& tache : taches) tache.cancel();
    for (auto& tache : taches) {
        try {
            co_await tache;
        } catch (const aio::CancelledError&) {
            // celle-ci est arrêtée
        }
    }
    std::rethrow_exception(annulation);
}
