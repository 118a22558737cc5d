#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

namespace {

void say(const char* what, const char* state) { std::cout << what << ": " << state << '\n'; }

}  // namespace

aio::Coroutine<> toast_bread() {
    say("Bread", "in the toaster");
    co_await aio::sleep(2s);
    say("Bread", "ready");
}

aio::Coroutine<> brew_coffee() {
    say("Coffee", "in the pot");
    co_await aio::sleep(2s);
    say("Coffee", "ready");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    const auto start_slow = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start_slow;

    const auto start_fast = aio::now();
    co_await aio::gather(toast_bread(), toast_bread());
    measured.together = aio::now() - start_fast;

    co_return measured;
}
