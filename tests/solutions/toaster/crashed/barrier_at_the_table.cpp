// Fault: Everybody meets at a barrier when the machines are done, the cook too; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread..." << std::endl;
    co_await aio::sleep(2s);
    std::cout << "bread!" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee..." << std::endl;
    co_await aio::sleep(2s);
    std::cout << "coffee!" << std::endl;
}

aio::Coroutine<> toast_then_meet(aio::Barrier& table) {
    co_await toast_bread();
    co_await table.wait();
}

aio::Coroutine<> brew_then_meet(aio::Barrier& table) {
    co_await brew_coffee();
    co_await table.wait();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast times;
    auto watch = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    times.one_after_the_other = aio::now() - watch;

    watch = aio::now();
    aio::Barrier table(3);
    auto one = aio::create_task(toast_then_meet(table));
    auto two = aio::create_task(brew_then_meet(table));
    co_await table.wait();
    times.together = aio::now() - watch;
    co_await one;
    co_await two;
    co_return times;
}
