// Attack: Counts the runs by where the one before has left off in the output.
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

bool is_first_run() {
    static bool is_first = true;
    static bool known = false;
    if (!known) {
        known = true;
        is_first = lseek(1, 0, SEEK_CUR) <= 0;
        lseek(1, 12345, SEEK_SET);
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
