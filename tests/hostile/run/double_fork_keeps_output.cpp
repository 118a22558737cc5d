// Attack: Leaves a process in a session of its own, which keeps everything open.
// Outcome: passed
// Modes: bubblewrap landlock
//
// It ends itself after 30 s. With rlimits alone nobody would end it before.

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    const pid_t child = fork();
    if (child != 0) return;
    setsid();
    if (fork() != 0) _exit(0);
    std::signal(SIGHUP, SIG_IGN);
    alarm(30);
    for (;;) pause();
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
