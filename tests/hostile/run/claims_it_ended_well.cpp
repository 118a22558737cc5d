// Attack: Tells the grader that the scenario's process has ended well, and crashes later.
// Outcome: crashed
//
// It has no way to the place where endings are told: only `enter` has that descriptor.

#include "exercises/toaster/toaster.hpp"

#include <unistd.h>
#include <cstring>
#include <iostream>

using namespace std::chrono_literals;

int kept = dup(4);  // before main(): the scenario's own process has no such descriptor any more
void attack() {
    const char ended_well[24] = {};
    [[maybe_unused]] const auto written = write(kept, ended_well, sizeof ended_well);
}

aio::Coroutine<> toast_bread() {
    attack();
    int* volatile nobody = nullptr;
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
    int* volatile nobody = nullptr;
    *nobody = 1;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
