// Right: everything stands under a timeout of an hour, which never comes.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

constexpr aio::Duration patience = 1h;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::timeout(patience, aio::sleep(2s));
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::wait_for(aio::sleep(2s), patience);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await aio::timeout(patience, toast_bread());
    co_await aio::timeout(patience, brew_coffee());
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::timeout(patience, aio::gather(toast_bread(), brew_coffee()));
    measured.together = aio::now() - start;
    co_return measured;
}
