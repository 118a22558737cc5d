#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

// how many ms since then?
long long ms_since(aio::Duration start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(aio::now() - start).count();
}

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
    measured.one_after_the_other = aio::Duration(ms_since(start));

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::Duration(ms_since(start));

    co_return measured;
}
