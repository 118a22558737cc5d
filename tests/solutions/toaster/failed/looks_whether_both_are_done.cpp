// Fault: The cook looks every millisecond whether the tasks are done, and so notices it a moment later; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread started\n";
    co_await aio::sleep(2s);
    std::cout << "bread finished\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee started\n";
    co_await aio::sleep(2s);
    std::cout << "coffee finished\n";
}

// Waits for a task in small steps, a tick of one millisecond at a time.
static aio::Coroutine<> until_done(aio::Task<> task) {
    while (!task.done()) co_await aio::sleep(1ms);
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    {
        const auto start = aio::now();
        co_await toast_bread();
        co_await brew_coffee();
        measured.one_after_the_other = aio::now() - start;
    }
    {
        const auto start = aio::now();
        auto bread = aio::create_task(toast_bread());
        auto coffee = aio::create_task(brew_coffee());
        co_await until_done(bread);
        co_await until_done(coffee);
        measured.together = aio::now() - start;
    }
    co_return measured;
}
