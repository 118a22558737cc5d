// Wrong: bread and coffee share one lock in the second half, so the other one begins when the first is over.
// Loses: together
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

static aio::Coroutine<> exclusively(aio::Lock& kitchen, aio::Coroutine<> job) {
    auto guard = co_await kitchen.acquire();
    co_await job;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    aio::Lock kitchen;
    start = aio::now();
    co_await aio::gather(exclusively(kitchen, toast_bread()), exclusively(kitchen, brew_coffee()));
    measured.together = aio::now() - start;
    co_return measured;
}
