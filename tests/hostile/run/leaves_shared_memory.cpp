// Attack: Leaves shared memory behind that outlives every process.
// Outcome: passed
// Modes: bubblewrap landlock
//
// One page. In a box with an IPC world of its own it goes with the box; elsewhere the call must be refused.

#include "exercises/toaster/toaster.hpp"

#include <sys/ipc.h>
#include <sys/shm.h>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    shmget(0x0a11ab, 4096, IPC_CREAT | 0600);
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
