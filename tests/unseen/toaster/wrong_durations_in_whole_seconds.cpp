// Wrong: the durations are cut down to whole seconds; shows when timers are late.
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
    using std::chrono::duration_cast;
    using std::chrono::seconds;
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = duration_cast<seconds>(aio::now() - start);
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = duration_cast<seconds>(aio::now() - start);
    co_return measured;
}
