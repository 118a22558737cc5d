// Wrong: a cancelled bread never gives the toaster's slot back, so the next one waits for ever before it has begun.
// Loses: toast-waits, toast-says
// Outcome: deadlocked
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

static aio::Event toaster_is_free;
static bool first_time = true;

aio::Coroutine<> toast_bread() {
    if (first_time) {
        first_time = false;
        toaster_is_free.set();
    }
    co_await toaster_is_free.wait();
    toaster_is_free.clear();
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
    toaster_is_free.set();
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
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
