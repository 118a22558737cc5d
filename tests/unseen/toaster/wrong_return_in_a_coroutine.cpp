// Wrong: does not compile: breakfast says return where a coroutine must say co_return.
// Outcome: compile_error
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

aio::Coroutine<Breakfast> breakfast() {
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto first = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    return Breakfast{first, aio::now() - start};
}
