// Fault: The second half starts the bread as a task that nobody awaits, and awaits the coffee, which is usually as slow.
// Loses: together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::clog << "bread: go\n";
    co_await aio::sleep(2s);
    std::clog << "bread: done\n";
}

aio::Coroutine<> brew_coffee() {
    std::clog << "coffee: go\n";
    co_await aio::sleep(2s);
    std::clog << "coffee: done\n";
}

aio::Coroutine<Breakfast> breakfast() {
    const auto t0 = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto t1 = aio::now();
    aio::create_task(toast_bread(), "fire and forget");
    co_await aio::create_task(brew_coffee(), "coffee");
    const auto t2 = aio::now();
    co_return Breakfast{t1 - t0, t2 - t1};
}
