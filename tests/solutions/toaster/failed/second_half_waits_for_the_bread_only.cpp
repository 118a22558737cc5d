// Fault: The second half creates both tasks and awaits only the bread's; with timers a little late it may leave the coffee.
// Loses: together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "B+\n";
    co_await aio::sleep(2s);
    std::cout << "B-\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "C+\n";
    co_await aio::sleep(2s);
    std::cout << "C-\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast m;
    auto s = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    m.one_after_the_other = aio::now() - s;
    s = aio::now();
    auto bread = aio::create_task(toast_bread());
    auto coffee = aio::create_task(brew_coffee());
    co_await bread;
    m.together = aio::now() - s;
    co_return m;
}
