// Fault: Both take the only permit of a semaphore and then wait for a second one, which nobody can give back.
// Loses: everything

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> plug_in_and_switch_on() {
    aio::Semaphore plug(1);
    auto plugged_in = co_await plug.acquire();
    auto switched_on = co_await plug.acquire();
    co_await aio::sleep(2s);
}

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await plug_in_and_switch_on();
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await plug_in_and_switch_on();
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
