// Fault: breakfast() ends the program with std::exit instead of returning what it measured.
// Loses: one-after-the-other, together, durations-measured

#include "exercises/toaster/toaster.hpp"

#include <cstdlib>
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
    co_await aio::gather(toast_bread(), brew_coffee());
    auto c = aio::now();
    std::cout << (b - a).count() << " " << (c - b).count() << "\n";
    std::exit(0);
    co_return Breakfast{b - a, c - b};
}
