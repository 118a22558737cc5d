// Attack: Handles the signal by which its sleeps are trapped itself, and sleeps again and again.
// Outcome: passed
//
// It only harms itself: the call is refused, and what it took the place of is not made.

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <time.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    std::signal(SIGSYS, [](int) {});
    const timespec years{1'000'000'000, 0};
    for (int i = 0; i < 1000; ++i) {
        long result = SYS_nanosleep;
        asm volatile("syscall" : "+a"(result) : "D"(&years), "S"(nullptr) : "rcx", "r11", "memory");
    }
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
