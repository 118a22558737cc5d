// Wrong: the pieces still to wait are static, so the coffee after a cancelled one waits only what was left.
// Loses: coffee-waits
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    static int quarters = 8;
    std::cout << "Coffee: in the pot\n";
    while (quarters > 0) {
        co_await aio::sleep(250ms);
        --quarters;
    }
    quarters = 8;  // for the next pot
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    auto since = aio::now();
    co_await brew_coffee();
    co_await toast_bread();
    b.one_after_the_other = aio::now() - since;
    since = aio::now();
    co_await aio::gather(brew_coffee(), toast_bread());
    b.together = aio::now() - since;
    co_return b;
}
