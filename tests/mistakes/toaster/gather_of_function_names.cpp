#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cerr << "toaster: on\n";
    co_await aio::sleep(2s);
    std::cerr << "toaster: pop!\n";
}

aio::Coroutine<> brew_coffee() {
    std::cerr << "coffee: on\n";
    co_await aio::sleep(2s);
    std::cerr << "coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    auto begin = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - begin;

    begin = aio::now();
    co_await aio::gather(toast_bread, brew_coffee);
    measured.together = aio::now() - begin;

    co_return measured;
}
