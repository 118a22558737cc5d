// Wrong: does not compile: a lambda that returns a Duration awaits.
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
    auto measure = [](auto work) -> aio::Duration {
        auto start = aio::now();
        co_await work();
        return aio::now() - start;
    };
    Breakfast measured;
    measured.one_after_the_other = measure(toast_bread) + measure(brew_coffee);
    measured.together = measure([] { return aio::gather(toast_bread(), brew_coffee()); });
    co_return measured;
}
