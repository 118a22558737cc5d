// Attack: Starts a command with system().
// Outcome: failed
// Must not contain: root:
// Modes: bubblewrap landlock
//
// With rlimits alone there is a shell.

#include "exercises/toaster/toaster.hpp"

#include <cstdlib>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    [[maybe_unused]] const int status = std::system("cat /etc/passwd; sleep 100");
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
