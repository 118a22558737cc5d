// Right: washes up for 700 ms between the halves, and counts that in neither.
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
    Breakfast measured;

    const auto start1 = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto stop1 = aio::now();

    std::cout << "(washing up)\n";
    co_await aio::sleep(700ms);

    const auto start2 = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    const auto stop2 = aio::now();

    measured.one_after_the_other = stop1 - start1;
    measured.together = stop2 - start2;
    co_return measured;
}
