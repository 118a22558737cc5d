// Right: Un chronomètre maison compte en millisecondes entières, et les convertit correctement.

#include "exercises/toaster/toaster.hpp"

#include <chrono>
#include <iostream>

using namespace std::chrono;
using namespace std::chrono_literals;

struct Chronometre {
    steady_clock::time_point depart = steady_clock::now();

    long millisecondes() const { return duration_cast<milliseconds>(steady_clock::now() - depart).count(); }
};

aio::Coroutine<> toast_bread() {
    std::cout << "Le pain est dans le grille-pain." << std::endl;
    co_await aio::sleep(2s);
    std::cout << "Le pain est grillé." << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Le café coule." << std::endl;
    co_await aio::sleep(2s);
    std::cout << "Le café est prêt." << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Chronometre chrono1;
    co_await toast_bread();
    co_await brew_coffee();
    long sequentiel = chrono1.millisecondes();

    Chronometre chrono2;
    auto pain = aio::create_task(toast_bread(), "pain");
    auto cafe = aio::create_task(brew_coffee(), "café");
    co_await aio::gather(pain, cafe);
    long ensemble = chrono2.millisecondes();

    std::cout << "Séquentiel : " << sequentiel << " ms, ensemble : " << ensemble << " ms" << std::endl;
    co_return Breakfast{milliseconds(sequentiel), milliseconds(ensemble)};
}
