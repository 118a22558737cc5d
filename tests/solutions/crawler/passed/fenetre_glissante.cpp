// Right: une fenêtre glissante : dès qu'une page est finie, un signal réveille crawl, qui lance la suivante.
#include "exercises/crawler/crawler.hpp"

#include <iostream>
#include <memory>
#include <vector>

using namespace std::chrono_literals;

struct Fenetre {
    int en_cours = 0;
    aio::Event une_de_moins;
};

aio::Coroutine<> telecharger(int page) {
    std::cout << "Début de la page " << page << std::endl;
    co_await aio::sleep(1s);
    std::cout << "Fin de la page " << page << std::endl;
}

aio::Coroutine<> download(aio::Semaphore& places, int page) {
    aio::Permit place = co_await places.acquire();
    co_await telecharger(page);
}

aio::Coroutine<> dans_la_fenetre(std::shared_ptr<Fenetre> fenetre, int page) {
    co_await telecharger(page);
    fenetre->en_cours--;
    fenetre->une_de_moins.set();
}

aio::Coroutine<> crawl(int pages, int limite) {
    auto fenetre = std::make_shared<Fenetre>();
    std::vector<aio::Task<>> taches;
    int suivante = 0;
    try {
        while (suivante < pages || fenetre->en_cours > 0) {
            while (suivante < pages && fenetre->en_cours < limite) {
                fenetre->en_cours++;
                taches.push_back(aio::create_task(dans_la_fenetre(fenetre, suivante++)));
            }
            co_await fenetre->une_de_moins.wait();
            fenetre->une_de_moins.clear();
        }
    } catch (const aio::CancelledError&) {
        for (auto& tache : taches) tache.cancel();
        throw;
    }
}
