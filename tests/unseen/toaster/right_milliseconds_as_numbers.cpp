// Right: measures in whole milliseconds, kept as plain numbers until the end.
#include "exercises/toaster/toaster.hpp"

#include <cstdint>
#include <cstdio>

using std::chrono::milliseconds;

std::int64_t now_ms() { return std::chrono::duration_cast<milliseconds>(aio::now()).count(); }

aio::Coroutine<> toast_bread() {
    std::printf("[%lld] bread in\n", static_cast<long long>(now_ms()));
    co_await aio::sleep(milliseconds(2000));
    std::printf("[%lld] bread out\n", static_cast<long long>(now_ms()));
}

aio::Coroutine<> brew_coffee() {
    std::printf("[%lld] coffee on\n", static_cast<long long>(now_ms()));
    co_await aio::sleep(milliseconds(2000));
    std::printf("[%lld] coffee off\n", static_cast<long long>(now_ms()));
}

aio::Coroutine<Breakfast> breakfast() {
    const std::int64_t a = now_ms();
    co_await toast_bread();
    co_await brew_coffee();
    const std::int64_t b = now_ms();
    co_await aio::gather(toast_bread(), brew_coffee());
    const std::int64_t c = now_ms();
    Breakfast measured;
    measured.one_after_the_other = milliseconds(b - a);
    measured.together = milliseconds(c - b);
    co_return measured;
}
