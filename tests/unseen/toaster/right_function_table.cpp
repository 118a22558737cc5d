// Right: the steps stand in a vector of std::function, which both halves go through.
#include "exercises/toaster/toaster.hpp"

#include <functional>
#include <iostream>
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
    const std::vector<std::function<aio::Coroutine<>()>> steps{toast_bread, brew_coffee};
    Breakfast measured;

    auto start = aio::now();
    for (const auto& step : steps) {
        co_await step();
    }
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    std::vector<aio::Task<>> running;
    for (const auto& step : steps) {
        running.push_back(aio::create_task(step()));
    }
    co_await aio::gather(running);
    measured.together = aio::now() - start;

    co_return measured;
}
