// Wrong: lifetime error: the coroutine lambda is a temporary with captures, and is gone when its task first runs.
// Loses: one-after-the-other, together, durations-measured, stops-when-cancelled
// Outcome: memory_error
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

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
    const std::string title = "-- one after the other, as slowly as possible --";
    auto start = aio::now();
    auto first = aio::create_task([title]() -> aio::Coroutine<> {
        std::cout << title << '\n';
        co_await toast_bread();
        co_await brew_coffee();
    }());
    co_await first;
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
