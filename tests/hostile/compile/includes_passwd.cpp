// Attack: Includes a file of the machine, so that the compiler's messages quote it.
// Outcome: compile_error
// Must not contain: root:
// Must not contain: daemon:
// Must not contain: 'root'
// Must not contain: 'daemon'
// Modes: bubblewrap landlock
//
// With rlimits alone the compiler sees the whole machine, and what it sees it quotes.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include "/etc/passwd"

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
