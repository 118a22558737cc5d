// Attack: Sleeps half a second in each call by the processor's own instruction, so that its grading takes long.
// Outcome: failed
//
// It costs no real time: such a sleep is trapped, and moves the virtual time as any other.

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <time.h>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    const timespec half_a_second{0, 500'000'000};
    long result = SYS_nanosleep;
    asm volatile("syscall" : "+a"(result) : "D"(&half_a_second), "S"(nullptr) : "rcx", "r11", "memory");
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
