// Wrong: measures with std::clock(), the processor's time, of which waiting needs next to none.
// Loses: durations-measured
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <ctime>

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

static aio::Duration since(std::clock_t start) {
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    return std::chrono::duration_cast<aio::Duration>(std::chrono::duration<double>(seconds));
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    std::clock_t start = std::clock();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = since(start);
    start = std::clock();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = since(start);
    co_return measured;
}
