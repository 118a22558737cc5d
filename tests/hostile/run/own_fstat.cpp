// Attack: Brings its own fstat(), by which nothing was ever printed.
// Outcome: passed | failed | compile_error
//
// What the grader links in must not use a function that a submission can define.

#include "exercises/toaster/toaster.hpp"

#include <sys/stat.h>
#include <iostream>

using namespace std::chrono_literals;

extern "C" int fstat(int, struct stat*) noexcept { return -1; }

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
