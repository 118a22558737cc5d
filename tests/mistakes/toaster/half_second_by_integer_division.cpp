#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

// Waits in steps of half a second and shows a dot for each.
aio::Coroutine<> wait_with_dots(int steps) {
    for (int i = 0; i < steps; i++) {
        co_await aio::sleep(std::chrono::seconds(1 / 2));
        std::cout << "." << std::flush;
    }
    std::cout << "\n";
}

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster ";
    co_await wait_with_dots(4);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot ";
    co_await wait_with_dots(4);
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
