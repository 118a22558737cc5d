// Wrong: inside the task group each task is awaited as soon as it is made, so they run one after the other.
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
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::task_group([](aio::TaskGroup& group) -> aio::Coroutine<> {
        co_await group.create_task(toast_bread());
        co_await group.create_task(brew_coffee());
    });
    measured.together = aio::now() - start;
    co_return measured;
}
