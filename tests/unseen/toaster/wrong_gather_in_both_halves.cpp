// Wrong: the first half gathers, too, so nothing is one after the other.
// Loses: one-after-the-other
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<aio::Duration> make_both() {
    const auto start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return aio::now() - start;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = co_await make_both();
    measured.together = co_await make_both();
    co_return measured;
}
