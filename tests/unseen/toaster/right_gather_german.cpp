// Right: the plain solution with gather and German words, std::cout with std::endl.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

// Das Brot braucht zwei Sekunden.
aio::Coroutine<> toast_bread() {
    std::cout << "Brot: im Toaster" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "Brot: fertig" << std::endl;
}

// Der Kaffee auch.
aio::Coroutine<> brew_coffee() {
    std::cout << "Kaffee: läuft" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "Kaffee: fertig" << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast ergebnis;
    auto anfang = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    ergebnis.one_after_the_other = aio::now() - anfang;

    anfang = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    ergebnis.together = aio::now() - anfang;
    co_return ergebnis;
}
