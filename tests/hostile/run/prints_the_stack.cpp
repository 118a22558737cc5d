// Attack: Prints what others have left on the stack.
// Outcome: passed
//
// Every run of it must say the same: see same_every_time_test.cpp.

#include "exercises/toaster/toaster.hpp"

#include <cstdint>
#include <iostream>

using namespace std::chrono_literals;

[[gnu::noinline]] std::uint64_t left_over() {
    volatile unsigned char bytes[16384];
    std::uint64_t sum = 0;
    for (const volatile unsigned char& byte : bytes) sum = sum * 1099511628211U + byte;
    return sum;
}

aio::Coroutine<> toast_bread() {
    std::cout << left_over() << '\n';
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
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
