// Fault: The second half gathers toast_bread() twice, a slip of copy and paste; no coffee is made.
// Loses: together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Toasting\n";
    co_await aio::sleep(2s);
    std::cout << "Toasted\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Brewing\n";
    co_await aio::sleep(2s);
    std::cout << "Brewed\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(toast_bread(), toast_bread());
    measured.together = aio::now() - start;
    co_return measured;
}
