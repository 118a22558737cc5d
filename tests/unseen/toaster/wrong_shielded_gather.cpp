// Wrong: the second half is shielded, so it goes on when breakfast is cancelled.
// Loses: stops-when-cancelled
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

aio::Coroutine<> toast_and_coffee() {
    co_await aio::gather(toast_bread(), brew_coffee());
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::shield(toast_and_coffee());  // nobody disturbs breakfast
    measured.together = aio::now() - start;
    co_return measured;
}
