#include "exercises/toaster/toaster.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::puts("Bread: in the toaster");
    co_await aio::sleep(2s);
    std::puts("Bread: ready");
}

aio::Coroutine<> brew_coffee() {
    std::puts("Coffee: in the pot");
    std::puts("Coffee: ready");
    co_await aio::sleep(2s);
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    std::puts("-- one after the other --");
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    std::puts("-- together --");
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;

    co_return measured;
}
