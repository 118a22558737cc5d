// Attack: Computes at compile time, each loop just short of what a compiler allows one.
// Outcome: compile_limit

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <type_traits>
#include <utility>

using namespace std::chrono_literals;

template <int which>
constexpr long sum() {
    long total = which;
    for (long i = 0; i < 300'000; ++i) total += i % 7;
    return total;
}
template <int... which>
constexpr long sums(std::integer_sequence<int, which...>) {
    constexpr long all[] = {std::integral_constant<long, sum<which>()>::value...};
    return all[0];
}
static_assert(sums(std::make_integer_sequence<int, 5000>()) > 0);

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
