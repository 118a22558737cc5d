// Right: first half as a chain of tasks: the coffee's task awaits the bread's before it begins.
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

static aio::Coroutine<> coffee_after(aio::Task<> bread) {
    co_await bread;
    co_await brew_coffee();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    auto bread = aio::create_task(toast_bread(), "bread");
    auto then_coffee = aio::create_task(coffee_after(bread), "coffee");
    co_await then_coffee;  // cancelling this cancels the one it awaits, too
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(aio::create_task(toast_bread()), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
