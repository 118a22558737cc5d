// Fault: Two tasks instead of gather, coffee first, and everything said on standard error; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cerr << "[bread] start\n";
    co_await aio::sleep(2000ms);
    std::cerr << "[bread] stop\n";
}

aio::Coroutine<> brew_coffee() {
    std::cerr << "[coffee] start\n";
    co_await aio::sleep(2000ms);
    std::cerr << "[coffee] stop\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast result;

    const auto before = aio::now();
    co_await brew_coffee();
    co_await toast_bread();
    result.one_after_the_other = aio::now() - before;

    const auto again = aio::now();
    aio::Task<> coffee = aio::create_task(brew_coffee(), "coffee");
    aio::Task<> bread = aio::create_task(toast_bread(), "bread");
    co_await bread;
    co_await coffee;
    result.together = aio::now() - again;

    co_return result;
}
