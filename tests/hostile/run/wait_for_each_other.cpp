// Attack: Makes two tasks, each of which waits for the other.
// Outcome: deadlocked

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <optional>

using namespace std::chrono_literals;

std::optional<aio::Task<>> one;
std::optional<aio::Task<>> other;
aio::Coroutine<> wait_for(std::optional<aio::Task<>>& task) {
    const aio::Task<> awaited = *task;
    co_await awaited;
}

aio::Coroutine<> toast_bread() {
    one = aio::create_task(wait_for(other));
    other = aio::create_task(wait_for(one));
    co_await *one;
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
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
