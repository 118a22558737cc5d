// Attack: Keeps memory in files that are in memory, which no limit of memory counts.
// Outcome: passed
//
// Bounded: 60 files of 1 MB.

#include "exercises/toaster/toaster.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <csignal>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

void attack() {
    const std::string page(1 << 20, 'x');
    for (int i = 0; i < 60; ++i) {
        const int file = memfd_create("more", 0);
        if (file < 0 || write(file, page.data(), page.size()) < 0) return;
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
