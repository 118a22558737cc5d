// Right: the bread's wait is made of four sleeps of half a second, with a dot after each.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "toasting" << std::flush;
    for (int i = 0; i < 4; ++i) {
        co_await aio::sleep(500ms);
        std::cout << '.' << std::flush;
    }
    std::cout << " done!\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "brewing\n";
    co_await aio::sleep(1s);
    co_await aio::sleep(1s);
    std::cout << "coffee!\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast out;
    auto since = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    out.one_after_the_other = aio::now() - since;
    since = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    out.together = aio::now() - since;
    co_return out;
}
