// Attack: Makes four processes before main(), each with memory of its own up to the limit.
// Outcome: exited_early
// Must not contain: attack worked
//
// 64 MiB each, here. enter lets one process live beside the program, so that there is none left for a
// scenario.

#include "exercises/toaster/toaster.hpp"

#include <sched.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <csignal>
#include <cstring>
#include <iostream>

using namespace std::chrono_literals;

const int made = [] {
    int processes = 0;
    for (int i = 0; i < 4; ++i) {
        // As the program makes its scenarios: in this way, and in no other, it is allowed.
        int end = -1;
        const long process =
            syscall(SYS_clone, CLONE_PARENT | CLONE_PIDFD | SIGCHLD, nullptr, &end, nullptr, nullptr);
        if (process > 0) ++processes;
        if (process != 0) continue;
        alarm(30);
        constexpr std::size_t some = 64 << 20;
        void* const memory = mmap(nullptr, some, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory != MAP_FAILED) std::memset(memory, 1, some);
        for (;;) pause();
    }
    return processes;
}();

aio::Coroutine<> toast_bread() {
    if (made > 1) std::cout << "attack worked\n";
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
