// Wrong: the helper that fills in the result takes it by value, so breakfast returns zeros.
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

static aio::Coroutine<> first_half(Breakfast measured) {
    const auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    std::cout << "first half measured\n";
}

static aio::Coroutine<> second_half(Breakfast measured) {
    const auto start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    std::cout << "second half measured\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    co_await first_half(measured);
    co_await second_half(measured);
    co_return measured;
}
