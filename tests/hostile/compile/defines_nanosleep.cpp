// Attack: Brings its own nanosleep and clock_gettime, so that the grader's do not see its waits.
// Outcome: compile_error

#include "exercises/toaster/toaster.hpp"

#include <time.h>
#include <iostream>

using namespace std::chrono_literals;

extern "C" int nanosleep(const timespec*, timespec*) { return 0; }
extern "C" int clock_gettime(clockid_t, timespec*) noexcept { return 0; }

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
