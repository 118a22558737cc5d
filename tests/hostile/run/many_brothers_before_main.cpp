// Attack: Makes two hundred children of its parent's before main(), so that nobody else can have a process.
// Outcome: exited_early | passed
//
// Where the box has a limit on processes the program cannot make its scenarios either, and leaves. They end themselves
// after 30 s.

#include "exercises/toaster/toaster.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

struct HasBrothers {
    HasBrothers() {
        for (int i = 0; i < 200; ++i) {
            if (syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr) != 0) continue;
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
