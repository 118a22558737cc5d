// Fault: Combinators of its own, `then` and `both`, and a template that measures whatever it is given; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <utility>

namespace kitchen {

aio::Coroutine<> run_machine(const char* start, const char* stop) {
    using namespace std::chrono_literals;
    std::cout << start << '\n';
    co_await aio::sleep(2s);
    std::cout << stop << '\n';
}

aio::Coroutine<> then(aio::Coroutine<> first, aio::Coroutine<> second) {
    co_await first;
    co_await second;
}

aio::Coroutine<> both(aio::Coroutine<> left, aio::Coroutine<> right) {
    aio::Task<> a = aio::create_task(std::move(left));
    aio::Task<> b = aio::create_task(std::move(right));
    co_await a;
    co_await b;
}

template <class Work>
aio::Coroutine<aio::Duration> timed(Work work) {
    const aio::Duration before = aio::now();
    co_await work;
    const aio::Duration after = aio::now();
    co_return after - before;
}

}  // namespace kitchen

aio::Coroutine<> toast_bread() { return kitchen::run_machine("bread goes down", "bread pops up"); }
aio::Coroutine<> brew_coffee() { return kitchen::run_machine("coffee drips", "coffee smells good"); }

aio::Coroutine<Breakfast> breakfast() {
    using namespace kitchen;
    const auto slow = co_await timed(then(toast_bread(), brew_coffee()));
    const auto quick = co_await timed(both(toast_bread(), brew_coffee()));
    co_return Breakfast{slow, quick};
}
