// Right: looks every 10 ms whether both tasks are done; when it is cancelled meanwhile it cancels both.
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
    auto bread = aio::create_task(toast_bread());
    auto coffee = aio::create_task(brew_coffee());
    try {
        while (!(bread.done() && coffee.done())) co_await aio::sleep(10ms);
    } catch (...) {
        bread.cancel();
        coffee.cancel();
        throw;
    }
    bread.result();
    coffee.result();
    measured.together = aio::now() - start;
    co_return measured;
}
