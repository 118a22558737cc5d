// Fault: The stopwatch of the second half already runs during the pause before it.
// Loses: durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread out\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee off\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    aio::Duration start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    aio::Duration end = aio::now();
    measured.one_after_the_other = end - start;

    std::cout << "a short pause\n";
    co_await aio::sleep(1s);

    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - end;
    co_return measured;
}
