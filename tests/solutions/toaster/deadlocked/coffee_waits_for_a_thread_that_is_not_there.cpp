// Fault: The coffee waits on a condition variable that nobody notifies.
// Loses: coffee-waits, coffee-says, one-after-the-other, together, durations-measured

#include "exercises/toaster/toaster.hpp"

#include <condition_variable>
#include <iostream>
#include <mutex>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

std::mutex mutex;
std::condition_variable hot;
bool is_hot = false;

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    {
        std::unique_lock<std::mutex> lock(mutex);
        hot.wait(lock, [] { return is_hot; });
    }
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = std::chrono::steady_clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = std::chrono::steady_clock::now() - start;

    start = std::chrono::steady_clock::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = std::chrono::steady_clock::now() - start;
    co_return measured;
}
