// Attack: Sleeps for negative, zero and overflowing times.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <thread>

using namespace std::chrono_literals;

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
    co_await aio::sleep(-5s);
    co_await aio::sleep(0s);
    co_await aio::sleep(aio::Duration::min());
    std::this_thread::sleep_for(-1h);
    std::this_thread::sleep_for(std::chrono::nanoseconds::min());
    std::this_thread::sleep_until(std::chrono::system_clock::time_point());
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
