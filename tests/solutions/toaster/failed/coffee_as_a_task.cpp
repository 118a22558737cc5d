// Fault: The coffee is a task; the bread is awaited directly while the task runs; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Toasting";
    co_await aio::sleep(2s);
    std::cout << ", toasted. ";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Brewing";
    co_await aio::sleep(2s);
    std::cout << ", brewed. ";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    aio::Duration begin = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    aio::Duration end = aio::now();
    b.one_after_the_other = end - begin;

    begin = aio::now();
    auto coffee = aio::create_task(brew_coffee());
    co_await toast_bread();
    co_await coffee;
    end = aio::now();
    b.together = end - begin;
    co_return b;
}
