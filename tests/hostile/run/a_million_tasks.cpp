// Attack: Makes a million tasks before breakfast.
// Outcome: passed | timed_out
//
// They cost nobody anything; but a session that tells more than anybody reads may be stopped.

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> nothing() { co_return; }

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

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    std::vector<aio::Task<>> tasks;
    for (int i = 0; i < 1'000'000; ++i) tasks.push_back(aio::create_task(nothing()));
    co_await aio::gather(tasks);
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
