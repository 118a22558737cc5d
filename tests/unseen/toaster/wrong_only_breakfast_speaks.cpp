// Wrong: the words are said by breakfast, and the two functions called alone say nothing.
// Loses: toast-says, coffee-says
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() { co_await aio::sleep(2s); }

aio::Coroutine<> brew_coffee() { co_await aio::sleep(2s); }

static aio::Coroutine<> bread_aloud() {
    std::cout << "Bread: in the toaster\n";
    co_await toast_bread();
    std::cout << "Bread: ready\n";
}

static aio::Coroutine<> coffee_aloud() {
    std::cout << "Coffee: in the pot\n";
    co_await brew_coffee();
    std::cout << "Coffee: ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await bread_aloud();
    co_await coffee_aloud();
    measured.one_after_the_other = aio::now() - start;
    start = aio::now();
    co_await aio::gather(bread_aloud(), coffee_aloud());
    measured.together = aio::now() - start;
    co_return measured;
}
