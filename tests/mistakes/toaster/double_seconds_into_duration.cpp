#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;
using Seconds = std::chrono::duration<double>;

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
    Seconds slow = aio::now() - start;
    std::cout << "that took " << slow.count() << " s\n";
    measured.one_after_the_other = slow;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    Seconds fast = aio::now() - start;
    std::cout << "that took " << fast.count() << " s\n";
    measured.together = fast;

    co_return measured;
}
