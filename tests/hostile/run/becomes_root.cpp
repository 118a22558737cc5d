// Attack: Tries to become root, and to take back the rights it lost.
// Outcome: passed
// Must not contain: I AM ROOT
// Modes: bubblewrap landlock
//
// With rlimits alone it is who started the grader.

#include "exercises/toaster/toaster.hpp"

#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    [[maybe_unused]] int ignored = setgid(0);
    ignored = setgroups(0, nullptr);
    ignored = setuid(0);
    ignored = setresuid(0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0);
    prctl(PR_CAPBSET_DROP, 0, 0, 0, 0);
    if (getuid() == 0 || geteuid() == 0) std::cout << "I AM ROOT\n";
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
