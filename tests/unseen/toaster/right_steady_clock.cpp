// Right: measures with std::chrono::steady_clock.
#include "exercises/toaster/toaster.hpp"

#include <chrono>
#include <iostream>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

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

    Clock::time_point start = Clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = std::chrono::duration_cast<aio::Duration>(Clock::now() - start);

    start = Clock::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = std::chrono::duration_cast<aio::Duration>(Clock::now() - start);

    co_return measured;
}
