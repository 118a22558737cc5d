// Attack: Sleeps for thirty years by the processor's own instruction, where no function can be taken over.
// Outcome: failed

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    const timespec years{1'000'000'000, 0};
    long result = SYS_nanosleep;
    asm volatile("syscall" : "+a"(result) : "D"(&years), "S"(nullptr) : "rcx", "r11", "memory");
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
