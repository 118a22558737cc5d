// Wrong: the two durations are put into each other's field.
// Loses: durations-measured
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <utility>

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

aio::Coroutine<std::pair<aio::Duration, aio::Duration>> measure() {
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto slow = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    const auto fast = aio::now() - start;
    co_return std::pair(fast, slow);
}

aio::Coroutine<Breakfast> breakfast() {
    const auto [first, second] = co_await measure();
    co_return Breakfast{first, second};
}
