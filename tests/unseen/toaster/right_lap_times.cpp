// Right: writes down a list of moments and takes the differences at the very end.
#include "exercises/toaster/toaster.hpp"

#include <array>
#include <cstddef>
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
    std::array<aio::Duration, 4> laps{};
    std::size_t lap = 0;

    laps[lap++] = aio::now();
    co_await toast_bread();
    laps[lap++] = aio::now();
    co_await brew_coffee();
    laps[lap++] = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    laps[lap++] = aio::now();

    Breakfast measured;
    measured.one_after_the_other = laps[2] - laps[0];
    measured.together = laps[3] - laps[2];
    co_return measured;
}
