// Fault: Both look at the clock in a busy loop until two seconds have passed.
// Loses: toast-waits, coffee-waits, together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

using Clock = std::chrono::steady_clock;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    const auto ready = Clock::now() + 2s;
    while (Clock::now() < ready) {
    }
    std::cout << "bread ready\n";
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    const auto ready = Clock::now() + 2s;
    while (Clock::now() < ready) {
    }
    std::cout << "coffee ready\n";
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = Clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = Clock::now() - start;

    start = Clock::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = Clock::now() - start;
    co_return measured;
}
