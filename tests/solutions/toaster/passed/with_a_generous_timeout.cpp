// Right: gather stands under a timeout that is never reached, and the exception is handled.

#include "exercises/toaster/toaster.hpp"

#include <cstdio>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::fputs("the toaster is on", stderr);
    co_await aio::sleep(2s);
    std::fputs("click", stderr);
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "the pot is on";
    co_await aio::sleep(2s);
    std::cout << "it smells of coffee";
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured{};
    auto started_at = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - started_at;

    started_at = aio::now();
    try {
        co_await aio::timeout(30s, aio::gather(toast_bread(), brew_coffee()));
    } catch (const aio::TimeoutError&) {
        std::cout << "something is broken in this kitchen\n";
    }
    measured.together = aio::now() - started_at;
    co_return measured;
}
