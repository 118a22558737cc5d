#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    auto start = aio::now();
    await toast_bread();
    await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;

    co_return measured;
}
