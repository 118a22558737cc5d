#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    aio::sleep(2s);
    std::cout << "Bread: ready\n";
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto middle = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    auto end = aio::now();
    measured.one_after_the_other = middle - start;
    measured.together = end - middle;
    co_return measured;
}
