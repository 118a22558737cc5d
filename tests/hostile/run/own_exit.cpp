// Attack: Brings its own _exit(), which never leaves.
// Outcome: passed
//
// What the grader links in must not use a function that a submission can define.

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

extern "C" void _exit(int) {
    for (;;) pause();
}

aio::Coroutine<> toast_bread() {
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
