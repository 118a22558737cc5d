// Wrong: an std::exit from debugging is left in breakfast, after the first bread.
// Loses: one-after-the-other, together, durations-measured, stops-when-cancelled
// Outcome: exited_early
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <cstdlib>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
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
    std::cerr << "DEBUG: bread took " << (aio::now() - start).count() << " ns\n";
    std::exit(0);
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
