// Wrong: the moment at which the bread is ready is computed once (static), so the second call returns after a short second.
// Loses: toast-waits, together
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    static const aio::Duration ready_at = aio::now() + 2s;
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(1200ms);  // heat
    while (aio::now() < ready_at) {
        co_await aio::sleep(10ms);  // brown
    }
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
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
