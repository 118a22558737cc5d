// Attack: Takes memory that not even the kernel looks into, and that no limit counts.
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

bool attack() {
    constexpr long memfd_secret = 447;
    return syscall(memfd_secret, 0) >= 0;
}

aio::Coroutine<> toast_bread() {
    if (attack()) std::cout << "attack worked\n";
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
