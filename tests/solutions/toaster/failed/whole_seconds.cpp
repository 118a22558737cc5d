// Fault: Durations are cut to whole seconds, so that what is late does not show.
// Loses: durations-measured

#include "exercises/toaster/toaster.hpp"

#include <chrono>
#include <iostream>

using std::chrono::seconds;

aio::Coroutine<> toast_bread() {
    std::cout << "[toast] begin" << std::endl;
    co_await aio::sleep(seconds(2));
    std::cout << "[toast] end" << std::endl;
}

aio::Coroutine<> brew_coffee() {
    std::cout << "[coffee] begin" << std::endl;
    co_await aio::sleep(seconds(2));
    std::cout << "[coffee] end" << std::endl;
}

static seconds since(aio::Duration start) { return std::chrono::duration_cast<seconds>(aio::now() - start); }

aio::Coroutine<Breakfast> breakfast() {
    Breakfast b;
    const aio::Duration first = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    b.one_after_the_other = since(first);
    const aio::Duration second = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    b.together = since(second);
    co_return b;
}
