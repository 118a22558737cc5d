// Wrong: a timeout of 1.7 s stops the second half, and the TimeoutError is ignored.
// Loses: together
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

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    try {
        co_await aio::timeout(1700ms, aio::gather(toast_bread(), brew_coffee()));
    } catch (const aio::TimeoutError&) {
        std::cout << "have to go to work\n";
    }
    measured.together = aio::now() - start;
    co_return measured;
}
