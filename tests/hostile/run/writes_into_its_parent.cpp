// Attack: Writes into the memory of its parent.
// Outcome: forbidden
// Modes: bubblewrap landlock
//
// It takes seccomp to see it.

#include "exercises/toaster/toaster.hpp"

#include <sys/uio.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    char nothing[16] = {};
    // What stands at this address does not matter: the call itself is the attack.
    iovec mine{nothing, sizeof nothing};
    iovec theirs{nothing, sizeof nothing};
    process_vm_writev(getppid(), &mine, 1, &theirs, 1, 0);
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
