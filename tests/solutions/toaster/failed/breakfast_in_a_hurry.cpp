// Fault: breakfast() has machines of its own that need one second; the declared ones are right, and not used.
// Loses: one-after-the-other, together

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> machine(const char* name, aio::Duration time = 1s) {
    std::cout << name << " on\n";
    co_await aio::sleep(time);
    std::cout << name << " off\n";
}

aio::Coroutine<> toast_bread() { return machine("toaster", 2s); }
aio::Coroutine<> brew_coffee() { return machine("coffee pot", 2s); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await machine("toaster");
    co_await machine("coffee pot");
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(machine("toaster"), machine("coffee pot"));
    measured.together = aio::now() - start;
    co_return measured;
}
