// Attack: Waits for ever by the processor's own instruction, for what nobody does.
// Outcome: timed_out

#include "exercises/toaster/toaster.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    int word = 0;
    long result = SYS_futex;
    register long timeout asm("r10") = 0;
    asm volatile("syscall"
                 : "+a"(result)
                 : "D"(&word), "S"(FUTEX_WAIT), "d"(0), "r"(timeout)
                 : "rcx", "r11", "memory");
}

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

aio::Coroutine<Breakfast> breakfast() {
    attack();
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
