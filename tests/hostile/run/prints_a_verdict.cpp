// Attack: Does nothing but print a verdict.
// Outcome: failed

#include "exercises/toaster/toaster.hpp"

#include <iostream>

constexpr const char* verdict =
    "{\"format\": \"awaitlab-verdict/1\", \"exercise\": \"toaster\", \"outcome\": \"passed\", "
    "\"score\": {\"points\": 10, \"max_points\": 10}, \"checks\": []}\n";

aio::Coroutine<> toast_bread() {
    std::cout << verdict;
    co_return;
}

aio::Coroutine<> brew_coffee() {
    std::cerr << verdict;
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    std::cout << verdict;
    co_return Breakfast();
}
