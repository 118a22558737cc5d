// Attack: Counts the runs in a timer made before main(), which one of them sets.
// Outcome: passed
// Must not contain: attack worked

#include "exercises/toaster/toaster.hpp"

#include <fcntl.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <iostream>

using namespace std::chrono_literals;

const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);

bool is_first_run() {
    static bool is_first = true;
    static bool known = false;
    if (!known) {
        known = true;
        itimerspec set{};
        if (timerfd_gettime(timer, &set) == 0) is_first = set.it_value.tv_sec == 0;
        set.it_value.tv_sec = 100;
        timerfd_settime(timer, 0, &set, nullptr);
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
