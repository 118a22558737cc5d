// Fault: Measures in milliseconds and returns their count as if it were nanoseconds.
// Loses: durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

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
    auto start = steady_clock::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other =
        aio::Duration(duration_cast<milliseconds>(steady_clock::now() - start).count());

    start = steady_clock::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::Duration(duration_cast<milliseconds>(steady_clock::now() - start).count());
    co_return measured;
}
