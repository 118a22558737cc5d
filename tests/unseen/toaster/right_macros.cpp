// Right: the whole thing hidden behind macros.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

#define SAY(text) (std::cout << (text) << "\n")
#define WAIT(length) co_await aio::sleep(length)
#define APPLIANCE(function, begin, end) \
    aio::Coroutine<> function() {       \
        SAY(begin);                     \
        WAIT(2s);                       \
        SAY(end);                       \
    }

APPLIANCE(toast_bread, "Bread: in the toaster", "Bread: ready")
APPLIANCE(brew_coffee, "Coffee: in the pot", "Coffee: ready")

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    SAY("-- one after the other --");
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;
    SAY("-- together --");
    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
