// Wrong: from the third call on the bread waits 1.5 s; breakfast, which calls it twice, never sees it.
// Loses: toast-waits
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

namespace {
int slices = 0;
}

aio::Coroutine<> toast_bread() {
    ++slices;
    std::cout << "Bread no. " << slices << ": in the toaster\n";
    if (slices <= 2)
        co_await aio::sleep(2s);
    else
        co_await aio::sleep(1500ms);
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
