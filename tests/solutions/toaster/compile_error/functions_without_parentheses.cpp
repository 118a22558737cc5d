// Fault: Hands gather the functions themselves instead of calling them.
// Loses: everything

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    auto a = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto b = aio::now();
    co_await aio::gather(toast_bread, brew_coffee);
    co_return Breakfast{b - a, aio::now() - b};
}
