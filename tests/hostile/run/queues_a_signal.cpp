// Attack: Queues SIGKILL for a thread of its parent, with all that a signal may carry.
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

bool attack() {
    const long parent = syscall(SYS_getppid);
    siginfo_t told{};
    told.si_code = SI_QUEUE;
    return parent > 0 && syscall(SYS_rt_tgsigqueueinfo, parent, parent, SIGKILL, &told) == 0;
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
