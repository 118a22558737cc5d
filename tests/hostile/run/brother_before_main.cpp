// Attack: Makes a child of its parent's before main(), whose end is told to the grader as a scenario's is.
// Outcome: broke_protocol | exited_early
//
// Which of the two depends on whether its end is told before the first scenario begins, or after. It plays no
// part in any.

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

struct HasABrother {
    HasABrother() {
        if (make_brother() == 0) _exit(0);
    }
} has_a_brother;

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
