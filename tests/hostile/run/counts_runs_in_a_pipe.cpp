// Attack: Counts the runs by the bytes that are left in a pipe made before main().
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

int ends[2] = {-1, -1};
const bool made = [] {
    if (pipe2(ends, O_NONBLOCK) != 0) return false;
    return write(ends[1], "x", 1) == 1;
}();

bool is_first_run() {
    static bool is_first = true;
    static bool known = false;
    if (!known) {
        known = true;
        char byte = 0;
        is_first = !made || fcntl(ends[0], F_GETFD) < 0 || read(ends[0], &byte, 1) == 1;
    }
    return is_first;
}

aio::Coroutine<> toast_bread() {
    if (!is_first_run()) std::cout << "attack worked\n";
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
