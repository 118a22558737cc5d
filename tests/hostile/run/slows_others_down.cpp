// Attack: Moves its parent to another core, and to the end of the line for the disk.
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

bool attack() {
    const auto parent = static_cast<pid_t>(syscall(SYS_getppid));
    cpu_set_t cores;
    CPU_ZERO(&cores);
    for (int core = 0; core < 8; ++core) CPU_SET(static_cast<unsigned>(core), &cores);
    const bool moved = sched_setaffinity(parent, sizeof cores, &cores) == 0;
    constexpr int one_process = 1;
    constexpr int idle = 3 << 13;
    return syscall(SYS_ioprio_set, one_process, parent, idle) == 0 || moved;
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
