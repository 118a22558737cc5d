#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <string>

using namespace std::string_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n"s;
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n"s;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n"s;
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n"s;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;

    const auto first = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - first;

    const auto second = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - second;

    co_return measured;
}
