// Right: each appliance has a lock of its own inside breakfast, so bread and coffee never wait for each other.
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

struct Kitchen {
    aio::Lock toaster;
    aio::Lock pot;
};

static aio::Coroutine<> bread_in(Kitchen& kitchen) {
    auto guard = co_await kitchen.toaster.acquire();
    co_await toast_bread();
}

static aio::Coroutine<> coffee_in(Kitchen& kitchen) {
    auto guard = co_await kitchen.pot.acquire();
    co_await brew_coffee();
}

aio::Coroutine<Breakfast> breakfast() {
    Kitchen kitchen;
    Breakfast measured;
    auto start = aio::now();
    co_await bread_in(kitchen);
    co_await coffee_in(kitchen);
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(bread_in(kitchen), coffee_in(kitchen));
    measured.together = aio::now() - start;
    co_return measured;
}
