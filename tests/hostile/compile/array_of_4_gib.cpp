// Attack: Asks for a program with 4 GiB of numbers in it.
// Outcome: compile_limit | compile_error

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

char everything[4ULL << 30] = {1};

aio::Coroutine<> toast_bread() {
    std::cout << everything[0];
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
