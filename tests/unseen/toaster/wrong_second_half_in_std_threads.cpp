// Wrong: the second half runs in two threads that are joined, which stops the loop for 2 s.
// Loses: together, stops-when-cancelled
#include "exercises/toaster/toaster.hpp"

#include <chrono>
#include <iostream>
#include <thread>

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
    using Clock = std::chrono::steady_clock;
    Breakfast measured;
    auto start = Clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = Clock::now() - start;

    start = Clock::now();
    std::cout << "Bread and coffee: on\n";
    std::thread bread([] { std::this_thread::sleep_for(2s); });
    std::thread coffee([] { std::this_thread::sleep_for(2s); });
    bread.join();
    coffee.join();
    std::cout << "Bread and coffee: ready\n";
    measured.together = Clock::now() - start;
    co_return measured;
}
