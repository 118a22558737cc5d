// Wrong: the coffee becomes a task before the bread is awaited, so in the first half both run at once (its cleanup is right).
// Loses: one-after-the-other
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

static aio::Coroutine<> one_then_the_other() {
    auto coffee = aio::create_task(brew_coffee());
    try {
        co_await toast_bread();
        co_await coffee;
    } catch (...) {
        coffee.cancel();
        throw;
    }
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await one_then_the_other();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
