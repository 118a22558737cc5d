// Wrong: the second half gathers the bread alone; the coffee is missing.
// Loses: together
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <vector>

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

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    std::vector<aio::Coroutine<>> all;
    all.push_back(toast_bread());
    co_await aio::gather(all);
    measured.together = aio::now() - start;
    co_return measured;
}
