// Right: the coffee waits with wait_for on an event of its own; the bread simply sleeps.
#include "exercises/toaster/toaster.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::puts("Bread: in");
    co_await aio::sleep(2s);
    std::puts("Bread: ok");
}

aio::Coroutine<> brew_coffee() {
    std::puts("Coffee: in");
    aio::Event somebody_pulled_the_plug;
    bool full = false;
    try {
        co_await aio::wait_for(somebody_pulled_the_plug.wait(), 2s);
    } catch (aio::TimeoutError const&) {
        full = true;
    }
    std::puts(full ? "Coffee: ok" : "Coffee: half a pot");
}

aio::Coroutine<Breakfast> breakfast() {
    auto begin = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto middle = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    auto end = aio::now();
    co_return Breakfast{middle - begin, end - middle};
}
