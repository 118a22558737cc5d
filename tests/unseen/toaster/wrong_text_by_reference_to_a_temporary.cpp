// Wrong: lifetime error: the helper takes its text by reference, the coroutine is kept in a variable, and the temporary text is gone when it runs.
// Loses: toast-waits, toast-says, one-after-the-other, together, durations-measured, stops-when-cancelled
// Outcome: memory_error
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::chrono_literals;

static aio::Coroutine<> announce_and_wait(const std::string& begin, const std::string& end) {
    std::cout << begin << '\n';
    co_await aio::sleep(2s);
    std::cout << end << '\n';
}

aio::Coroutine<> toast_bread() {
    auto work = announce_and_wait("Bread: now in the toaster, please wait", "Bread: ready, golden brown and crisp");
    co_await work;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
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
