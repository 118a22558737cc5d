// Attack: Instantiates twice as many templates at every level.
// Outcome: compile_limit

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

template <int depth, class... Path>
struct Tree {
    static constexpr long leaves =
        Tree<depth - 1, Path..., int>::leaves + Tree<depth - 1, Path..., long>::leaves;
};
template <class... Path>
struct Tree<0, Path...> {
    static constexpr long leaves = 1;
};
static_assert(Tree<40>::leaves > 0);

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
