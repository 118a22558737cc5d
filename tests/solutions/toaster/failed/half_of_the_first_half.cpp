// Fault: The second duration is not measured but taken for half of the first.
// Loses: durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "one toast\n";
    co_await aio::sleep(2s);
    std::cout << "crunch\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "one coffee\n";
    co_await aio::sleep(2s);
    std::cout << "slurp\n";
}

aio::Coroutine<Breakfast> breakfast() {
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    aio::Duration took = aio::now() - start;
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return Breakfast{took, took / 2};
}
