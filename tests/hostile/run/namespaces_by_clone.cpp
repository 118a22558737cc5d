// Attack: Makes a process that is root in a user namespace of its own, by clone() before main().
// Outcome: forbidden
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

const long made = [] {
    const long process =
        syscall(SYS_clone, CLONE_NEWUSER | CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
    if (process == 0) _exit(0);
    return process;
}();

aio::Coroutine<> toast_bread() {
    if (made > 0) std::cout << "attack worked\n";
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
