// Attack: Prints the frames of coroutines that are over, and of those that begin.
// Outcome: passed
//
// Every run of it must say the same: see same_every_time_test.cpp.

#include "exercises/toaster/toaster.hpp"

#include <cstdint>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<const volatile unsigned char*> place() {
    volatile unsigned char here[256];
    const volatile unsigned char* const begin = here;
    co_await aio::sleep(0s);
    std::uint64_t sum = 0;
    for (const volatile unsigned char& byte : here) sum = sum * 1099511628211U + byte;
    std::cout << sum << '\n';
    co_return begin;
}
aio::Coroutine<> tell() {
    const volatile unsigned char* const dead = co_await place();
    std::uint64_t sum = 0;
    for (int i = 0; i < 256; ++i) sum = sum * 1099511628211U + dead[i];
    std::cout << sum << '\n';
}

aio::Coroutine<> toast_bread() {
    co_await tell();
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
