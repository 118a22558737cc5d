// Attack: Kills its parent, its group, and whatever else it may.
// Outcome: passed
// Modes: bubblewrap landlock
//
// It kills everybody only where process numbers are small, that is in a process world of its own; elsewhere
// its parent and its group. With rlimits alone not even that is tried.

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    kill(getppid(), SIGKILL);
    if (getpid() >= 100) return;
    kill(1, SIGKILL);
    kill(-1, SIGKILL);
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
