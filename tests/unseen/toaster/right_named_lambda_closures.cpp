// Right: coroutine lambdas with captures, whose closures are named locals that outlive every call.
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    const std::string who = "Toaster in the corner of the kitchen";
    auto work = [&who](aio::Duration d) -> aio::Coroutine<> {
        std::cout << who << " is on\n";
        co_await aio::sleep(d);
        std::cout << who << " is off\n";
    };
    co_await work(2s);
}

aio::Coroutine<> brew_coffee() {
    auto work = [](std::string who, aio::Duration d) -> aio::Coroutine<> {
        std::cout << who << " is on\n";
        co_await aio::sleep(d);
        std::cout << who << " is off\n";
    };
    co_await work("Coffee pot", 2s);
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast result;
    auto measure = [&result](bool at_once) -> aio::Coroutine<> {
        const auto start = aio::now();
        if (at_once) {
            co_await aio::gather(toast_bread(), brew_coffee());
            result.together = aio::now() - start;
        } else {
            co_await toast_bread();
            co_await brew_coffee();
            result.one_after_the_other = aio::now() - start;
        }
    };
    co_await measure(false);
    co_await measure(true);
    co_return result;
}
