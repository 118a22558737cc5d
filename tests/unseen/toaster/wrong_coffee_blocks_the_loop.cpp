// Wrong: the coffee waits with std::this_thread::sleep_for, and stops everybody who shares the loop.
// Loses: coffee-waits, one-after-the-other, together, stops-when-cancelled
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <thread>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    std::this_thread::sleep_for(2s);
    std::cout << "Coffee: ready\n";
    co_return;
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
