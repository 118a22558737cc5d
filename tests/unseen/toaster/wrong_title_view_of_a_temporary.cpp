// Wrong: lifetime error: breakfast's title is a view of a temporary string that is gone when it is printed.
// Loses: one-after-the-other, together, durations-measured, stops-when-cancelled
// Outcome: memory_error
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <string_view>

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

static std::string_view framed(const std::string& text) { return std::string_view(text); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    const std::string dashes(20, '-');
    const auto title = framed(dashes + " one after the other " + dashes);
    std::cout << title << std::endl;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
