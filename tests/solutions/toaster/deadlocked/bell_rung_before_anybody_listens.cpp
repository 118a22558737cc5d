// Fault: The bread waits for a bell that the coffee rings once when it begins; whoever comes after that waits for ever.
// Loses: together, durations-measured

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<> toast_at_the_bell(aio::Event& bell) {
    co_await bell.wait();
    co_await toast_bread();
}

aio::Coroutine<> ring_and_brew(aio::Event& bell) {
    bell.set();
    bell.clear();
    co_await brew_coffee();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    aio::Event bell;
    co_await aio::gather(toast_at_the_bell(bell), ring_and_brew(bell));
    measured.together = aio::now() - start;
    co_return measured;
}
