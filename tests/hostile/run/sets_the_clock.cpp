// Attack: Sets the clock of the machine.
// Outcome: forbidden
// Modes: bubblewrap landlock
//
// It takes seccomp to see it. To the time it shows already, so that nothing happens if it works.

#include "exercises/toaster/toaster.hpp"

#include <time.h>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (now.tv_sec > 1'700'000'100) clock_settime(CLOCK_REALTIME, &now);
    clock_settime(CLOCK_PROCESS_CPUTIME_ID, &now);
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
