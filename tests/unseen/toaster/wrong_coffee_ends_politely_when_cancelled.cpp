// Wrong: the coffee catches CancelledError, says goodbye and returns instead of throwing on; bread and breakfast do nothing wrong.
// Loses: stops-when-cancelled
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
    try {
        co_await aio::sleep(2s);
        std::cout << "Coffee: ready\n";
    } catch (const aio::CancelledError&) {
        std::cout << "Coffee: switched off\n";
    }
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
