// Fault: The first stopwatch is stopped when the bread is ready; the coffee is made without it.
// Loses: durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

class Kitchen {
  public:
    aio::Coroutine<> machine(const char* name) {
        std::cout << name << " started\n";
        co_await aio::sleep(2s);
        std::cout << name << " finished\n";
    }
};

aio::Coroutine<> toast_bread() {
    Kitchen kitchen;
    co_await kitchen.machine("toaster");
}

aio::Coroutine<> brew_coffee() {
    Kitchen kitchen;
    co_await kitchen.machine("coffee pot");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto begin = aio::now();
    co_await toast_bread();
    measured.one_after_the_other = aio::now() - begin;
    co_await brew_coffee();

    begin = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - begin;
    co_return measured;
}
