// Right: Each machine tells how long it took; the halves are the sum of the two, and the longer of the two.

#include "exercises/toaster/toaster.hpp"

#include <algorithm>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

static aio::Coroutine<aio::Duration> machine(std::string name) {
    const auto begin = aio::now();
    std::cout << name << " starts\n";
    co_await aio::sleep(2s);
    std::cout << name << " is ready\n";
    co_return aio::now() - begin;
}

aio::Coroutine<> toast_bread() { co_await machine("bread"); }

aio::Coroutine<> brew_coffee() { co_await machine("coffee"); }

aio::Coroutine<Breakfast> breakfast() {
    const aio::Duration bread = co_await machine("bread");
    const aio::Duration coffee = co_await machine("coffee");
    Breakfast times;
    times.one_after_the_other = bread + coffee;
    auto [toasted, brewed] = co_await aio::gather(machine("bread"), machine("coffee"));
    times.together = std::max(toasted, brewed);
    co_return times;
}
