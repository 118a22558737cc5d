// Attack: Raises its priority and ties itself to one processor.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    setpriority(PRIO_PROCESS, 0, -20);
    const sched_param first{1};
    sched_setscheduler(0, SCHED_FIFO, &first);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    sched_setaffinity(0, sizeof one, &one);
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
