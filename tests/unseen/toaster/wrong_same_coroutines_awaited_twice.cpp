// Wrong: the second half gathers the very coroutines that the first half has awaited, which throws a RuntimeError.
// Loses: together, durations-measured
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
    Breakfast measured;
    auto bread = toast_bread();
    auto coffee = brew_coffee();

    auto start = aio::now();
    co_await bread;
    co_await coffee;
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(bread, coffee);
    measured.together = aio::now() - start;
    co_return measured;
}
