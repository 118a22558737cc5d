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
    auto before = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto after = aio::now();
    measured.one_after_the_other = after - before;

    std::cout << "-- together --" << std::endl;
    before = aio::now();
    aio::create_task(brew_coffee());  // in the background
    co_await toast_bread();
    after = aio::now();
    measured.together = after - before;

    co_return measured;
}
