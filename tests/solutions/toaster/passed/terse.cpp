// Right: As short as it gets.

#include "exercises/toaster/toaster.hpp"

#include <cstdio>

using namespace std::chrono_literals;

static aio::Coroutine<> make(const char* what) {
    std::printf("%s...", what);
    co_await aio::sleep(2s);
    std::printf("%s!", what);
}

aio::Coroutine<> toast_bread() { return make("toast"); }
aio::Coroutine<> brew_coffee() { return make("coffee"); }

aio::Coroutine<Breakfast> breakfast() {
    auto t0 = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto t1 = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return Breakfast{t1 - t0, aio::now() - t1};
}
