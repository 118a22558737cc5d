// Wrong: the durations are cut off at 4 s and 2 s to look nice; shows when timers are late.
// Loses: durations-measured
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <algorithm>

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
    co_await brew_coffee();
    measured.one_after_the_other = std::min<aio::Duration>(aio::now() - start, 4s);
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = std::min<aio::Duration>(aio::now() - start, 2s);
    co_return measured;
}
