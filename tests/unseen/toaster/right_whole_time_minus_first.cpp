// Right: breakfast begins at time 0, so the first reading is the first half; the second is the rest.
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

aio::Coroutine<Breakfast> breakfast() {
    co_await toast_bread();
    co_await brew_coffee();
    const aio::Duration first = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return Breakfast{first, aio::now() - first};
}
