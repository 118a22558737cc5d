// Attack: Catches the signal of its own crash and crashes again, for ever.
// Outcome: timed_out

#include "exercises/toaster/toaster.hpp"

#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    std::signal(SIGSEGV, [](int) {});
    int* volatile nobody = nullptr;
    *nobody = 1;
}

aio::Coroutine<> toast_bread() {
    attack();
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
