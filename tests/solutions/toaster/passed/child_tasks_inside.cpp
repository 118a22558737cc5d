// Right: toast and coffee each wait for a child task that they await, so that cancelling goes through to it.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

static aio::Coroutine<> heat() { co_await aio::sleep(2s); }

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    aio::Task<> heating = aio::create_task(heat(), "toaster");
    co_await heating;
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    aio::Task<> heating = aio::create_task(heat(), "pot");
    co_await heating;
    std::cout << "Coffee: ready\n";
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
