// Attack: Makes system calls that are no attack, but that no submission has any use for.
// Outcome: passed
// Must not contain: attack worked
//
// Each fails as on a kernel that does not have it.

#include "exercises/toaster/toaster.hpp"

#include <sys/syscall.h>
#include <unistd.h>
#include <cerrno>
#include <iostream>

using namespace std::chrono_literals;

bool attack() {
    for (const long call :
         {SYS_inotify_init1, SYS_io_setup, SYS_vmsplice, SYS_mlockall, SYS_ioprio_set, SYS_mq_open}) {
        errno = 0;
        if (syscall(call, 0, 0, 0, 0, 0) >= 0 || errno != ENOSYS) return true;
    }
    return false;
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
