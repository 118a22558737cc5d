// Wrong: breakfast fills a vector until the tasks are done, without ever letting them run, until memory is full.
// Loses: together, durations-measured, stops-when-cancelled
// Outcome: memory_limit
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>
#include <vector>

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

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    auto bread = aio::create_task(toast_bread());
    auto coffee = aio::create_task(brew_coffee());
    std::vector<std::string> crumbs;
    while (!(bread.done() && coffee.done())) {
        crumbs.push_back(std::string(1 << 20, '.'));
    }
    measured.together = aio::now() - start;
    std::cout << crumbs.size() << " crumbs\n";
    co_return measured;
}
