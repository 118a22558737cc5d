// Attack: Awaits fifty thousand coroutines deep, and is then stopped by a timeout at the bottom.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> nested(int depth) {
    if (depth > 0) {
        co_await nested(depth - 1);
    } else {
        co_await aio::sleep(1h);
    }
}

aio::Coroutine<> toast_bread() {
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
    try {
        co_await aio::timeout(1ms, nested(50'000));
    } catch (const aio::TimeoutError&) {
    }
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
