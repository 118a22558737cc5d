// Right: each half is a coroutine of its own that gives its duration.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

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

namespace {

aio::Coroutine<aio::Duration> first_half() {
    std::cout << "-- one after the other --\n";
    const auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    co_return aio::now() - start;
}

aio::Coroutine<aio::Duration> second_half() {
    std::cout << "-- together --\n";
    const auto start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    co_return aio::now() - start;
}

}  // namespace

aio::Coroutine<Breakfast> breakfast() {
    const auto first = co_await first_half();
    const auto second = co_await second_half();
    co_return Breakfast{first, second};
}
