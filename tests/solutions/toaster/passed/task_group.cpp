// Right: A task group holds both machines in the second half, and its body is a lambda.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "toast: start" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "toast: end" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee: start" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "coffee: end" << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    const auto t0 = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto t1 = aio::now();
    co_await aio::task_group([](aio::TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(toast_bread());
        group.create_task(brew_coffee());
        co_return;
    });
    b.one_after_the_other = t1 - t0;
    b.together = aio::now() - t1;
    co_return b;
}
