#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

// gives nothing back
void toast_bread() {
    std::cout << "Pain : dans le grille-pain\n";
    co_await aio::sleep(2s);
    std::cout << "Pain : prêt\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Café : dans la cafetière\n";
    co_await aio::sleep(2s);
    std::cout << "Café : prêt\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    auto debut = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - debut;

    debut = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - debut;

    co_return measured;
}
