// Attack: Sends SIGKILL to its parent's thread, before main() and in a scenario.
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
    return parent > 0 && syscall(SYS_tgkill, parent, parent, SIGKILL) == 0;
}
const bool worked_before_main = attack();

aio::Coroutine<> toast_bread() {
    if (worked_before_main || attack()) std::cout << "attack worked\n";
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
