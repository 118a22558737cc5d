// Fault: breakfast() leaves its first half out and only makes both together.
// Loses: one-after-the-other, durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "le pain chauffe\n";
    co_await aio::sleep(2s);
    std::cout << "le pain est chaud\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "le café coule\n";
    co_await aio::sleep(2s);
    std::cout << "le café est chaud\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast mesure;
    auto debut = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    mesure.together = aio::now() - debut;
    co_return mesure;
}
