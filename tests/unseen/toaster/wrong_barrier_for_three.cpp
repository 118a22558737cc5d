// Wrong: bread and coffee meet at a barrier for three when they are done, and the third never comes.
// Loses: together, durations-measured
// Outcome: deadlocked
#include "exercises/toaster/toaster.hpp"

#include <iostream>

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

aio::Coroutine<> to_the_table(aio::Coroutine<> job, aio::Barrier& table) {
    co_await job;
    co_await table.wait();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    aio::Barrier table(3);  // bread, coffee and me
    start = aio::now();
    co_await aio::gather(to_the_table(toast_bread(), table), to_the_table(brew_coffee(), table));
    measured.together = aio::now() - start;
    co_return measured;
}
