// Wrong: both durations are typed in; shows when timers are late.
// Loses: durations-measured
#include "exercises/toaster/toaster.hpp"

#include <iostream>

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
    co_await toast_bread();
    co_await brew_coffee();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return Breakfast{.one_after_the_other = 4s, .together = 2s};
}
