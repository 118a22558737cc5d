// Wrong: a pause of 800 ms between the halves is counted in the second one.
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
    Breakfast measured;
    auto last = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - last;
    last = aio::now();

    co_await aio::sleep(800ms);  // eat the first one

    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - last;
    co_return measured;
}
