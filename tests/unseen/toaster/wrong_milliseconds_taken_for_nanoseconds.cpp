// Wrong: counts milliseconds and puts the number into a Duration, where it means nanoseconds.
// Loses: durations-measured
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

static long long ms(aio::Duration d) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(d).count();
}

aio::Coroutine<Breakfast> breakfast() {
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const long long first = ms(aio::now() - start);
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    const long long second = ms(aio::now() - start);
    std::cout << first << " ms, " << second << " ms\n";
    co_return Breakfast{aio::Duration(first), aio::Duration(second)};
}
