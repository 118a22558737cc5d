// Fault: Function pointers in an array; the first half loops over them, the second makes a task of each; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <array>
#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread 0%\n";
    co_await aio::sleep(2s);
    std::cout << "bread 100%\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee 0%\n";
    co_await aio::sleep(2s);
    std::cout << "coffee 100%\n";
}

aio::Coroutine<Breakfast> breakfast() {
    constexpr std::array machines{toast_bread, brew_coffee};

    auto mark = aio::now();
    for (auto machine : machines) co_await machine();
    const auto serial = aio::now() - mark;

    mark = aio::now();
    std::vector<aio::Task<>> running;
    for (auto machine : machines) running.push_back(aio::create_task(machine()));
    for (auto& one : running) co_await one;
    co_return Breakfast{serial, aio::now() - mark};
}
