// Attack: Includes a header without end.
// Outcome: compile_error | compile_limit
// Modes: bubblewrap landlock
//
// With rlimits alone the compiler can open it, and takes it for an empty file, since that is its size.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include "/dev/zero"

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
