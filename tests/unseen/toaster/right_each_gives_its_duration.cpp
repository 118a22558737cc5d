// Right: every child measures itself; the first half is the sum of what they give, the second the longer one.
#include "exercises/toaster/toaster.hpp"

#include <algorithm>
#include <iostream>

using namespace std::chrono_literals;

namespace {
aio::Coroutine<aio::Duration> timed_bread() {
    const auto start = aio::now();
    co_await toast_bread();
    co_return aio::now() - start;
}
aio::Coroutine<aio::Duration> timed_coffee() {
    const auto start = aio::now();
    co_await brew_coffee();
    co_return aio::now() - start;
}
}  // namespace

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    const aio::Duration first = co_await timed_bread();
    const aio::Duration second = co_await timed_coffee();
    measured.one_after_the_other = first + second;

    auto [bread, coffee] = co_await aio::gather(timed_bread(), timed_coffee());
    measured.together = std::max(bread, coffee);
    co_return measured;
}
