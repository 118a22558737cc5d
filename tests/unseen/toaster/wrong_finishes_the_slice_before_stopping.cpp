// Wrong: a cancelled bread waits for what is left of its two seconds before it throws on.
// Loses: stops-when-cancelled
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <exception>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    const auto end = aio::now() + 2s;
    std::exception_ptr stopped;
    try {
        co_await aio::sleep(2s);
    } catch (...) {
        stopped = std::current_exception();
    }
    if (stopped) {
        // one cannot take it out half done
        co_await aio::sleep(end - aio::now());
        std::rethrow_exception(stopped);
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
