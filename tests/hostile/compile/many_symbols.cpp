// Attack: Defines ten thousand functions.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <utility>

using namespace std::chrono_literals;

template <int which>
int function() {
    return which;
}
template <int... which>
int call_all(std::integer_sequence<int, which...>) {
    return (0 + ... + function<which>());
}
template <int... which>
int call_many(std::integer_sequence<int, which...>) {
    int (*const all[])() = {function<which>...};
    return all[0]();
}
int begin_of_all = call_many(std::make_integer_sequence<int, 10'000>());

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
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
