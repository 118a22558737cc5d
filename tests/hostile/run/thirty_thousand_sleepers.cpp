// Attack: Has thirty thousand tasks asleep at the same time before breakfast.
// Outcome: timed_out
//
// One such breakfast is judged; there is no room for what three of them tell.

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <vector>

using namespace std::chrono_literals;

aio::Coroutine<> sleeps(aio::Duration length) { co_await aio::sleep(length); }

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
    {
        std::vector<aio::Coroutine<>> all;
        for (int i = 1; i <= 30'000; ++i) all.push_back(sleeps(i * 1us));
        co_await aio::gather(all);
    }
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
