// Exercise 1: the toaster

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "Bread: ready" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready" << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    std::cout << "-- one after the other --" << std::endl;
    const auto t0 = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto t1 = aio::now();
    measured.one_after_the_other = t1 - t0;

    std::cout << "-- together --" << std::endl;
    const auto t2 = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    const auto t3 = aio::now();
    measured.together = t3 - t2;

    return measured;
}
