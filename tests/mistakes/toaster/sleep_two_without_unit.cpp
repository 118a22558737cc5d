#include "exercises/toaster/toaster.hpp"

#include <iostream>

aio::Coroutine<> toast_bread() {
    std::cout << "bread in" << std::endl;
    co_await aio::sleep(2);
    std::cout << "bread ready" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on" << std::endl;
    co_await aio::sleep(2);
    std::cout << "coffee ready" << std::endl;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;

    aio::Duration before = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    b.one_after_the_other = aio::now() - before;

    before = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    b.together = aio::now() - before;

    co_return b;
}
