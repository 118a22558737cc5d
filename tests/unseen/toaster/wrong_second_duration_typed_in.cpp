// Wrong: the first duration is measured, the second is a constant; shows when timers are late.
// Loses: durations-measured
#include "exercises/toaster/toaster.hpp"

#include <cstdio>

constexpr auto needed = std::chrono::seconds(2);

aio::Coroutine<> toast_bread() {
    std::printf("bread: start\n");
    co_await aio::sleep(needed);
    std::printf("bread: end\n");
}

aio::Coroutine<> brew_coffee() {
    std::printf("coffee: start\n");
    co_await aio::sleep(needed);
    std::printf("coffee: end\n");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    const auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    b.one_after_the_other = aio::now() - start;
    co_await aio::gather(toast_bread(), brew_coffee());
    b.together = needed;
    co_return b;
}
