// Attack: Uses timeouts of zero, of less, of a hundred years, and of more than there is time.
// Outcome: passed

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

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
    for (const aio::Duration budget : {aio::Duration(0), aio::Duration(-1), aio::Duration::min()}) {
        try {
            co_await aio::timeout(budget, aio::sleep(1s));
        } catch (const aio::TimeoutError&) {
        }
    }
    co_await aio::timeout(24h * 36'500, aio::sleep(1ms));
    co_await aio::timeout(aio::Duration::max(), aio::sleep(1ms));
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
