#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    co_await aio::sleep(2s);
}

aio::Coroutine<> brew_coffee() {
    co_await aio::sleep(2s);
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    std::cout << "-- one after the other --\n";
    auto start = aio::now();
    std::cout << "Bread: in the toaster\n";
    co_await toast_bread();
    std::cout << "Bread: ready\n";
    std::cout << "Coffee: in the pot\n";
    co_await brew_coffee();
    std::cout << "Coffee: ready\n";
    measured.one_after_the_other = aio::now() - start;

    std::cout << "-- together --\n";
    start = aio::now();
    std::cout << "Bread: in the toaster\n";
    std::cout << "Coffee: in the pot\n";
    co_await aio::gather(toast_bread(), brew_coffee());
    std::cout << "Bread: ready\n";
    std::cout << "Coffee: ready\n";
    measured.together = aio::now() - start;

    co_return measured;
}
