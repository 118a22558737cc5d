// Fault: The second half waits for an event that the machines never set.
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
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    aio::Event ready;
    auto bread = aio::create_task(toast_bread());
    auto coffee = aio::create_task(brew_coffee());
    co_await ready.wait();
    measured.together = aio::now() - start;
    co_return measured;
}
