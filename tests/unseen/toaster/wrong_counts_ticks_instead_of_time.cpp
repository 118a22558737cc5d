// Wrong: a ticker that sleeps 100 ms at a time counts how often it woke; shows when timers are late.
// Loses: durations-measured
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

static aio::Coroutine<> tick(int& ticks) {
    while (true) {
        co_await aio::sleep(100ms);
        ++ticks;
    }
}

static aio::Coroutine<> sequential() {
    co_await toast_bread();
    co_await brew_coffee();
}

static aio::Coroutine<> parallel() { co_await aio::gather(toast_bread(), brew_coffee()); }

static aio::Coroutine<aio::Duration> ticks_of(aio::Coroutine<> work) {
    int ticks = 0;
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        auto ticker = group.create_task(tick(ticks));
        co_await work;
        ticker.cancel();
    });
    co_return ticks * 100ms;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = co_await ticks_of(sequential());
    measured.together = co_await ticks_of(parallel());
    co_return measured;
}
