#include "exercises/toaster/toaster.hpp"

#include <iostream>

const std::chrono::seconds BREAD_TIME{2};
const std::chrono::milliseconds COFFEE_TIME{2};

aio::Coroutine<> toast_bread() {
    std::cout << "The bread is in the toaster." << std::endl;
    co_await aio::sleep(BREAD_TIME);
    std::cout << "The bread is ready." << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "The coffee is in the pot." << std::endl;
    co_await aio::sleep(COFFEE_TIME);
    std::cout << "The coffee is ready." << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast result;

    auto t = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    result.one_after_the_other = aio::now() - t;

    t = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    result.together = aio::now() - t;

    co_return result;
}
