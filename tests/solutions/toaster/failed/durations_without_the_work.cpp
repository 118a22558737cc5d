// Fault: breakfast() makes nothing and returns the expected durations.
// Loses: one-after-the-other, together, durations-measured

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
    std::cout << "breakfast is served\n";
    Breakfast measured;
    measured.one_after_the_other = 4s;
    measured.together = 2s;
    co_return measured;
}
