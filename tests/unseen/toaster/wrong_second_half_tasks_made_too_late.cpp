// Wrong: the second task is made only when the first has been awaited.
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
    const auto a = aio::now();
    co_await brew_coffee();
    co_await toast_bread();
    const auto b = aio::now();
    co_await aio::create_task(brew_coffee(), "coffee");
    co_await aio::create_task(toast_bread(), "bread");
    const auto c = aio::now();
    co_return Breakfast{b - a, c - b};
}
