// Wrong: cancelled in its first half, breakfast goes on with the second one.
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
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<> sequence() {
    try {
        co_await toast_bread();
        co_await brew_coffee();
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        throw;
    } catch (...) {
        std::cerr << "unknown error in the first half\n";
    }
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await sequence();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
