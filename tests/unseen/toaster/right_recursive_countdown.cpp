// Right: the wait counts itself down by recursion, two tenths of a second at a time.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> count_down(int left) {
    if (left == 0) co_return;
    co_await aio::sleep(200ms);
    co_await count_down(left - 1);
}

aio::Coroutine<> toast_bread() {
    std::cout << "bread in" << std::endl;
    co_await count_down(10);
    std::cout << "bread out" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on" << std::endl;
    co_await count_down(10);
    std::cout << "coffee off" << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast m;
    const auto a = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    m.one_after_the_other = aio::now() - a;
    const auto b = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    m.together = aio::now() - b;
    co_return m;
}
