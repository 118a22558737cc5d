// Right: Every coroutine gets a name before it is awaited, and there is a pause between the halves.

#include "exercises/toaster/toaster.hpp"

#include <cstdio>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::puts("bread: begin");
    auto waiting = aio::sleep(2s);
    co_await waiting;
    std::puts("bread: end");
}

aio::Coroutine<> brew_coffee() {
    std::puts("coffee: begin");
    auto waiting = aio::sleep(2s);
    co_await waiting;
    std::puts("coffee: end");
}

aio::Coroutine<Breakfast> breakfast() {
    auto start = aio::now();
    auto bread = toast_bread();
    co_await bread;
    auto coffee = brew_coffee();
    co_await coffee;
    auto first = aio::now() - start;

    std::puts("(a moment of rest)");
    co_await aio::sleep(700ms);

    start = aio::now();
    auto more_bread = toast_bread();
    auto more_coffee = brew_coffee();
    co_await aio::gather(more_bread, more_coffee);
    auto second = aio::now() - start;

    Breakfast measured;
    measured.one_after_the_other = first;
    measured.together = second;
    co_return measured;
}
