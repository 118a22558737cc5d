// Fault: Both turn in a loop until a flag is set, and nobody sets it.
// Loses: everything

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

volatile bool it_smells_good = false;

void wait_for_the_smell() {
    while (!it_smells_good) {
    }
}

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    wait_for_the_smell();
    std::cout << "bread ready\n";
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    wait_for_the_smell();
    std::cout << "coffee ready\n";
    co_return;
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
