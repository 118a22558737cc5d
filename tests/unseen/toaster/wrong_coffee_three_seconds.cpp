// Wrong: the coffee waits 3 s, a number taken from somewhere else; shows in every run.
// Loses: coffee-waits, one-after-the-other, together
#include "exercises/toaster/toaster.hpp"

#include <cstdio>

namespace {
constexpr std::chrono::seconds toast_time{2};
constexpr std::chrono::seconds coffee_time{3};
}  // namespace

aio::Coroutine<> toast_bread() {
    std::puts("toast in");
    co_await aio::sleep(toast_time);
    std::puts("toast out");
}

aio::Coroutine<> brew_coffee() {
    std::puts("coffee in");
    co_await aio::sleep(coffee_time);
    std::puts("coffee out");
}

aio::Coroutine<Breakfast> breakfast() {
    const auto t0 = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    const auto t1 = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return Breakfast{t1 - t0, aio::now() - t1};
}
