// Wrong: lifetime error, only after a cancellation: the shielded child goes on and counts in a local of the frame that is gone.
// Loses: stops-when-cancelled
// Outcome: memory_error
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

static aio::Coroutine<> drip(int& drops) {
    while (drops < 20) {
        co_await aio::sleep(100ms);
        ++drops;
    }
}

aio::Coroutine<> brew_coffee() {
    int drops = 0;
    std::cout << "Coffee: in the pot\n";
    co_await aio::shield(drip(drops));
    std::cout << "Coffee: ready after " << drops << " drops\n";
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
