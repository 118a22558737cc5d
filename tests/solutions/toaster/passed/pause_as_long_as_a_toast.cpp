// Right: Between the halves there is a pause of two seconds, which belongs to neither.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread in\n";
    co_await aio::sleep(2s);
    std::cout << "Bread out\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee off\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast result;
    auto t = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    result.one_after_the_other = aio::now() - t;

    std::cout << "Wash up first...\n";
    co_await aio::sleep(2s);

    t = aio::now();
    co_await aio::gather(brew_coffee(), toast_bread());
    result.together = aio::now() - t;
    co_return result;
}
