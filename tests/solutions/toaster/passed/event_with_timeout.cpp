// Right: each waits for an event that nobody sets, with a timeout of 2 s that is caught.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> doze(aio::Duration length) {
    aio::Event never;
    try {
        co_await aio::timeout(length, never.wait());
    } catch (const aio::TimeoutError&) {
        // slept well
    }
}

aio::Coroutine<> toast_bread() {
    std::cout << "the bread is in\n";
    co_await doze(2s);
    std::cout << "the bread is ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "the coffee is on\n";
    co_await doze(2s);
    std::cout << "the coffee is ready\n";
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
