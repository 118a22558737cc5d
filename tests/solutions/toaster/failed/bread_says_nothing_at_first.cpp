// Fault: The bread says that it is ready, but not that it begins.
// Loses: toast-says

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    co_await aio::sleep(2s);
    std::cout << "Bread in, bread out: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee in\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee out: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    auto one = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    auto two = aio::now();
    auto coffee = aio::create_task(brew_coffee());
    co_await toast_bread();
    co_await coffee;
    auto three = aio::now();
    co_return Breakfast{two - one, three - two};
}
