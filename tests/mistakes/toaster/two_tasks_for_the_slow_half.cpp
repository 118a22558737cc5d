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

    // one after the other: first await the bread, then the coffee
    auto start = aio::now();
    auto bread = aio::create_task(toast_bread());
    auto coffee = aio::create_task(brew_coffee());
    co_await bread;
    co_await coffee;
    measured.one_after_the_other = aio::now() - start;

    // both together
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;

    co_return measured;
}
