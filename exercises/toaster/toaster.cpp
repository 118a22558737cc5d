// Exercise 1: the toaster
//
// Bread takes 2 s in the toaster, coffee takes 2 s in the pot.
// Make them one after the other, then both at once, and measure what that changes.
//
//   check your work   grader/grade check toaster
//   see it live       grader/grade run toaster
//   stuck?            grader/grade hint toaster

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    // TODO 1: say that the bread is in, wait 2 s without blocking the loop, say that it is ready.
    co_return;
}

aio::Coroutine<> brew_coffee() {
    // TODO 2: the same for the coffee.
    co_return;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    // TODO 3: make the bread, then the coffee. Measure how long it takes: measured.one_after_the_other.
    // TODO 4: make both at the same time, and measure again: measured.together.
    co_return measured;
}
