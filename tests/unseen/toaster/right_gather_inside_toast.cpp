// Right: the toaster has two heating rods, gathered: one is done after 1 s, the other after 2 s.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> rod(int number, aio::Duration d) {
    (void)number;
    co_await aio::sleep(d);
}

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: both rods on\n";
    co_await aio::gather(rod(1, 1s), rod(2, 2s));
    std::cout << "Bread: both rods off\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::gather(aio::sleep(2s));
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    auto t = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto slow = aio::now() - t;
    t = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    const auto quick = aio::now() - t;
    co_return Breakfast{.one_after_the_other = slow, .together = quick};
}
