// Right: catches everything, says that it was stopped, and throws on.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    try {
        co_await aio::sleep(2s);
    } catch (...) {
        std::cerr << "Bread: thrown away\n";
        throw;
    }
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    try {
        co_await aio::sleep(2s);
    } catch (const aio::CancelledError&) {
        std::cerr << "Coffee: poured away\n";
        throw;
    }
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    try {
        auto start = aio::now();
        co_await toast_bread();
        co_await brew_coffee();
        measured.one_after_the_other = aio::now() - start;
        start = aio::now();
        co_await aio::gather(toast_bread(), brew_coffee());
        measured.together = aio::now() - start;
    } catch (const aio::CancelledError&) {
        std::cerr << "no breakfast today\n";
        throw;
    }
    co_return measured;
}
