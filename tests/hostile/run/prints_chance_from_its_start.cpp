// Attack: Prints the bytes that the kernel gives every program at its start, read before any constructor.
// Outcome: passed
//
// Every run of it must say the same: see same_every_time_test.cpp.

#include "exercises/toaster/toaster.hpp"

#include <sys/auxv.h>
#include <cstdint>
#include <cstring>
#include <iostream>

using namespace std::chrono_literals;

std::uint64_t chance = 0;
extern "C" void before_everything(int, char**, char**) {
    std::memcpy(&chance, reinterpret_cast<const void*>(getauxval(AT_RANDOM)), sizeof chance);
}
[[gnu::section(".preinit_array"), gnu::used]] void (*const first)(int, char**, char**) = before_everything;

aio::Coroutine<> toast_bread() {
    std::cout << chance << '\n';
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
