// Attack: Locks the same mutex a second time.
// Outcome: deadlocked

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <mutex>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::mutex mutex;
    mutex.lock();
    mutex.lock();
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
