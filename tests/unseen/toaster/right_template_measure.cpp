// Right: a template coroutine that measures whatever function it is given (by value, so that it lives in the frame).
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster" << '\n';
    co_await aio::sleep(2s);
    std::cout << "Bread: ready" << '\n';
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot" << '\n';
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready" << '\n';
}

template <class Function>
aio::Coroutine<aio::Duration> how_long(Function function) {
    const auto start = aio::now();
    co_await function();
    co_return aio::now() - start;
}

aio::Coroutine<> in_a_row() {
    co_await toast_bread();
    co_await brew_coffee();
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    measured.one_after_the_other = co_await how_long(in_a_row);
    measured.together = co_await how_long([] { return aio::gather(toast_bread(), brew_coffee()); });
    co_return measured;
}
