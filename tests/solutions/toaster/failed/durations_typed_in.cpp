// Fault: Does all the work, but types in the durations instead of measuring them.
// Loses: durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = 4s;

    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = 2s;
    co_return measured;
}
