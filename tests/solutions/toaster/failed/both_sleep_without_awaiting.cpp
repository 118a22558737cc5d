// Fault: Both block the whole loop with std::this_thread::sleep_for.
// Loses: toast-waits, coffee-waits, together

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <thread>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    std::this_thread::sleep_for(2s);
    std::cout << "bread ready\n";
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    std::this_thread::sleep_for(2s);
    std::cout << "coffee ready\n";
    co_return;
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
