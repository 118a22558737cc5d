// Right: makes tasks first, then gathers their handles.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Pain : dedans\n";
    co_await aio::sleep(2s);
    std::cout << "Pain : grillé\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Café : en route\n";
    co_await aio::sleep(2s);
    std::cout << "Café : servi\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    auto t = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    b.one_after_the_other = aio::now() - t;

    t = aio::now();
    std::vector<aio::Task<>> tasks;
    tasks.push_back(aio::create_task(toast_bread(), "pain"));
    tasks.push_back(aio::create_task(brew_coffee(), "café"));
    co_await aio::gather(tasks);
    b.together = aio::now() - t;
    co_return b;
}
