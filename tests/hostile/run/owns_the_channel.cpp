// Attack: Has the kernel send a signal to its parent whenever the grader answers, by fcntl().
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

bool attack() {
    const auto parent = static_cast<pid_t>(syscall(SYS_getppid));
    bool worked = false;
    for (const int descriptor : {0, 1, 3}) {
        if (fcntl(descriptor, F_SETSIG, SIGKILL) == 0) worked = true;
        if (fcntl(descriptor, F_SETOWN, parent) == 0) worked = true;
        const f_owner_ex owner{F_OWNER_PID, parent};
        if (fcntl(descriptor, F_SETOWN_EX, &owner) == 0) worked = true;
        if (fcntl(descriptor, F_SETFL, O_ASYNC) == 0) worked = true;
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
