// Wrong: a cancelled bread ends the whole program with std::exit.
// Loses: stops-when-cancelled
// Outcome: exited_early
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <cstdlib>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    try {
        co_await aio::sleep(2s);
    } catch (const aio::CancelledError&) {
        std::cout << "Bread: stopped\n";
        std::exit(EXIT_SUCCESS);
    }
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
