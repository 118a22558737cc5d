// Right: A machine's two seconds are four waits of half a second, with a dot after each.

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread ";
    for (int i = 0; i < 4; ++i) {
        co_await aio::sleep(500ms);
        std::cout << "." << std::flush;
    }
    std::cout << " bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee ";
    for (int i = 0; i < 4; ++i) {
        co_await aio::sleep(500ms);
        std::cout << "." << std::flush;
    }
    std::cout << " coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast times;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    times.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    times.together = aio::now() - start;
    co_return times;
}
