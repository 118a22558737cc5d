// Fault: Both durations are measured, and each is stored in the field of the other.
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
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto first = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    auto second = aio::now() - start;
    co_return Breakfast{second, first};
}
