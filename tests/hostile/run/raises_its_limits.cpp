// Attack: Takes its limits off, then computes for ever.
// Outcome: timed_out

#include "exercises/toaster/toaster.hpp"

#include <sys/resource.h>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &none);
    setrlimit(RLIMIT_AS, &none);
    for (volatile int i = 0;; i = i + 1) {
    }
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
