// Right: a task group runs the second half.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread goes in\n"sv;
    co_await aio::sleep(2s);
    std::cout << "Bread comes out\n"sv;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee starts\n"sv;
    co_await aio::sleep(2s);
    std::cout << "Coffee is done\n"sv;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    aio::Duration start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::task_group([](aio::TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(toast_bread());
        group.create_task(brew_coffee());
        co_return;
    });
    measured.together = aio::now() - start;

    co_return measured;
}
