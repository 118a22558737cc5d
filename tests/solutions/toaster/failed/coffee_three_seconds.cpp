// Fault: The coffee takes three seconds.
// Loses: coffee-waits

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> machine(std::string what, aio::Duration time) {
    std::cout << what << "...\n";
    co_await aio::sleep(time);
    std::cout << what << ".\n";
}

aio::Coroutine<> toast_bread() { return machine("bread", 2s); }
aio::Coroutine<> brew_coffee() { return machine("coffee", 3s); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast took;
    auto t = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    took.one_after_the_other = aio::now() - t;
    t = aio::now();
    std::vector<aio::Coroutine<>> both;
    both.push_back(toast_bread());
    both.push_back(brew_coffee());
    co_await aio::gather(both);
    took.together = aio::now() - t;
    co_return took;
}
