// Fault: The second half stands under a timeout of one second, which stops both before they are done.
// Loses: together

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
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    try {
        co_await aio::timeout(1s, aio::gather(toast_bread(), brew_coffee()));
    } catch (const aio::TimeoutError&) {
        std::cout << "I am late!\n";
    }
    measured.together = aio::now() - start;
    co_return measured;
}
