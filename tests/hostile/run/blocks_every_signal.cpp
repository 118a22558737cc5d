// Attack: Blocks and ignores every signal, then computes for ever.
// Outcome: timed_out

#include "exercises/toaster/toaster.hpp"

#include <csignal>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    for (int signal = 1; signal < 65; ++signal) std::signal(signal, SIG_IGN);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, nullptr);
    for (volatile int i = 0;; i = i + 1) {
    }
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
