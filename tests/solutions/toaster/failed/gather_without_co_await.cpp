// Fault: The second half calls gather and does not await it.
// Loses: together, durations-measured

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
    auto middle = aio::now();
    aio::gather(toast_bread(), brew_coffee());
    auto end = aio::now();
    co_return Breakfast{middle - start, end - middle};
}
