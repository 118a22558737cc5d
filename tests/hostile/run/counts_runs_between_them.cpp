// Attack: Counts the runs in a function of its own that the program calls between two scenarios.
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

int runs = 0;
extern "C" int close(int) {
    ++runs;
    return 0;
}

bool is_first_run() { return runs == 0; }

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
