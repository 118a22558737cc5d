// Right: inside the bread, a timer task sets an event for which a sibling waits; both are gathered.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

namespace {

aio::Coroutine<> egg_timer(aio::Event& rings, aio::Duration length) {
    co_await aio::sleep(length);
    rings.set();
}

aio::Coroutine<> listen(aio::Event& rings, const char* say) {
    co_await rings.wait();
    std::cout << say << '\n';
}

}  // namespace

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    aio::Event rings;
    co_await aio::gather(egg_timer(rings, 2s), listen(rings, "Bread: ready"));
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    aio::Event rings;
    co_await aio::gather(listen(rings, "Coffee: ready"), egg_timer(rings, 2s));
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
