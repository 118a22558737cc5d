// Wrong: lifetime error: the coffee's text is a pointer into a local string of a function that has returned.
// Loses: coffee-waits, coffee-says, one-after-the-other, together, durations-measured, stops-when-cancelled
// Outcome: memory_error
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

static const char* sentence(const char* what, const char* state) {
    std::string text = "The " + std::string(what) + " in the kitchen is now " + state + ".\n";
    const char* result = text.c_str();
    return result;
}

aio::Coroutine<> brew_coffee() {
    std::cout << sentence("coffee", "in the pot");
    co_await aio::sleep(2s);
    std::cout << sentence("coffee", "ready");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
