// Attack: Becomes another program before main(): the loader of its own libraries, since there is no other.
// Outcome: passed
//
// It is refused.

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>

#include <iostream>

using namespace std::chrono_literals;

struct Becomes {
    Becomes() {
        execl("/lib64/ld-linux-x86-64.so.2", "ld.so", "--version", nullptr);
        execl("/bin/sh", "sh", nullptr);
    }
} becomes;

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
