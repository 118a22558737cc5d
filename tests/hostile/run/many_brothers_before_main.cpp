// Attack: Makes two hundred children of its parent's before main(), so that nobody else can have a process.
// Outcome: exited_early
//
// One of them is made. It is in the place of a scenario, which the program then cannot make, and leaves. It
// ends itself after 30 s.

#include "exercises/toaster/toaster.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

/// As the program makes its scenarios: in this way, and in no other, it is allowed.
long make_brother() {
    int end = -1;
    return syscall(SYS_clone, CLONE_PARENT | CLONE_PIDFD | SIGCHLD, nullptr, &end, nullptr, nullptr);
}

struct HasBrothers {
    HasBrothers() {
        for (int i = 0; i < 200; ++i) {
            if (make_brother() != 0) continue;
            alarm(30);
            for (;;) pause();
        }
    }
} has_brothers;

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
