// Attack: Forks until nothing is left, in every process it gets.
// Outcome: passed
// Modes: bubblewrap landlock
//
// Bounded in any case: 2000 forks in all, and each process ends itself after 3 s. With rlimits alone nothing
// holds back the processes of root.

#include "exercises/toaster/toaster.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <atomic>
#include <iostream>

using namespace std::chrono_literals;

void attack() {
    void* const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) return;
    auto* const forks = new (shared) std::atomic<int>(0);
    bool child = false;
    while (forks->fetch_add(1) < 2000) {
        const pid_t process = fork();
        if (process < 0) break;
        if (process == 0) {
            child = true;
            alarm(3);
        }
    }
    while (child) pause();
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
