// Right: two tasks awaited one after the other; on any exception both are cancelled before it goes on.
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
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    auto bread = aio::create_task(toast_bread(), "bread");
    auto coffee = aio::create_task(brew_coffee(), "coffee");
    try {
        co_await bread;
        co_await coffee;
    } catch (...) {
        bread.cancel();
        coffee.cancel();
        throw;
    }
    measured.together = aio::now() - start;
    co_return measured;
}
