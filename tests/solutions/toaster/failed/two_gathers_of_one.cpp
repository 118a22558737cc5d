// Fault: Cargo cult: the second half writes gather twice, around one machine each.
// Loses: together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Pain : début\n";
    co_await aio::sleep(2s);
    std::cout << "Pain : fin\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Café : début\n";
    co_await aio::sleep(2s);
    std::cout << "Café : fin\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast temps;

    auto debut = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    temps.one_after_the_other = aio::now() - debut;

    debut = aio::now();
    co_await aio::gather(toast_bread());
    co_await aio::gather(brew_coffee());
    temps.together = aio::now() - debut;

    co_return temps;
}
