// Fault: Everything is made as it should be, and nothing is ever printed.
// Loses: toast-says, coffee-says

#include "exercises/toaster/toaster.hpp"

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() { co_await aio::sleep(2s); }

aio::Coroutine<> brew_coffee() { co_await aio::sleep(2s); }

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
