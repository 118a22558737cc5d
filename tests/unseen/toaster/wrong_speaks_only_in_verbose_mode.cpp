// Wrong: a global flag, which only breakfast switches on, decides whether anything is said.
// Loses: toast-says, coffee-says
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

namespace {
bool verbose = false;
void say(const char* text) {
    if (verbose) std::cout << text << std::endl;
}
}  // namespace

aio::Coroutine<> toast_bread() {
    say("Bread: in the toaster");
    co_await aio::sleep(2s);
    say("Bread: ready");
}

aio::Coroutine<> brew_coffee() {
    say("Coffee: in the pot");
    co_await aio::sleep(2s);
    say("Coffee: ready");
}

aio::Coroutine<Breakfast> breakfast() {
    verbose = true;
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    verbose = false;
    co_return measured;
}
