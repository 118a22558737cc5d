// Fault: The second half uses two threads and joins them, which blocks the loop for as long as they take.
// Loses: together

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

void toast_in_a_thread() {
    std::cout << "bread in\n";
    std::this_thread::sleep_for(2s);
    std::cout << "bread ready\n";
}

void brew_in_a_thread() {
    std::cout << "coffee on\n";
    std::this_thread::sleep_for(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = std::chrono::steady_clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = std::chrono::steady_clock::now() - start;

    start = std::chrono::steady_clock::now();
    std::thread bread(toast_in_a_thread);
    std::thread coffee(brew_in_a_thread);
    bread.join();
    coffee.join();
    measured.together = std::chrono::steady_clock::now() - start;
    co_return measured;
}
