// Fault: The first half makes the bread and forgets the coffee.
// Loses: one-after-the-other

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread: 0 s" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "bread: 2 s" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee: 0 s" << std::endl;
    co_await aio::sleep(2s);
    std::cout << "coffee: 2 s" << std::endl;
}

// The first half.
aio::Coroutine<aio::Duration> slow_breakfast() {
    auto begin = aio::now();
    co_await toast_bread();
    co_return aio::now() - begin;
}

// The second half.
aio::Coroutine<aio::Duration> quick_breakfast() {
    auto begin = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return aio::now() - begin;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast both;
    both.one_after_the_other = co_await slow_breakfast();
    both.together = co_await quick_breakfast();
    co_return both;
}
