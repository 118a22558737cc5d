// Attack: Sends a deadly signal to the first process of the box, by the one call that is left to it.
// Outcome: passed
// Modes: bubblewrap landlock
//
// With rlimits alone nothing keeps it from doing that.

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    const pid_t first = getppid();
    for (const int signal : {SIGTERM, SIGKILL, SIGSTOP, SIGUSR1, SIGHUP}) syscall(SYS_tgkill, first, first, signal);
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
