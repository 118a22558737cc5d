// Wrong: the coffee does not return before a bread is ready: fine within breakfast, but called alone it waits for ever.
// Loses: coffee-waits
// Outcome: deadlocked
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

static aio::Event bread_is_ready;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
    bread_is_ready.set();
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
    co_await bread_is_ready.wait();  // no coffee without bread
    bread_is_ready.clear();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
