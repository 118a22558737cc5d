// Attack: Has the kernel send a signal to its parent whenever the grader answers, by ioctl().
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <sys/ioctl.h>
#include <asm/ioctls.h>
#include <asm/sockios.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

bool attack() {
    const auto parent = static_cast<pid_t>(syscall(SYS_getppid));
    bool worked = false;
    for (const int descriptor : {0, 1, 3}) {
        if (ioctl(descriptor, FIOSETOWN, &parent) == 0) worked = true;
        int on = 1;
        if (ioctl(descriptor, FIOASYNC, &on) == 0) worked = true;
    }
    return worked;
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
