// Attack: Prints what the kernel itself gives of chance, asked by hand.
// Outcome: passed
//
// Every run of it must say the same: see same_every_time_test.cpp.

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <unistd.h>
#include <cstdint>
#include <iostream>

using namespace std::chrono_literals;

long by_hand(long number, long a, long b, long c) {
#if defined(__x86_64__)
    long result = number;
    asm volatile("syscall" : "+a"(result) : "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
    return result;
#else
    return syscall(number, a, b, c);
#endif
}

std::uint64_t chance() {
    std::uint64_t number = 0;
    by_hand(SYS_getrandom, reinterpret_cast<long>(&number), sizeof number, 0);
    return number;
}

aio::Coroutine<> toast_bread() {
    std::cout << chance() << '\n';
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
