// Fault: The coffee waits with the blocking sleep() of the C library; the bread waits properly.
// Loses: coffee-waits, together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

#include <unistd.h>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    sleep(2);
    std::cout << "coffee ready\n";
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = std::chrono::steady_clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = std::chrono::steady_clock::now() - start;

    start = std::chrono::steady_clock::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = std::chrono::steady_clock::now() - start;
    co_return measured;
}
