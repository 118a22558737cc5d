// Wrong: a guard's destructor throws when the bread did not become ready, so a cancellation terminates the program.
// Loses: stops-when-cancelled
// Outcome: crashed
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <stdexcept>

using namespace std::chrono_literals;

struct MustBecomeReady {
    bool ready = false;
    ~MustBecomeReady() noexcept(false) {
        if (!ready) throw std::logic_error("the bread did not become ready");
    }
};

aio::Coroutine<> toast_bread() {
    MustBecomeReady check;
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    check.ready = true;
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
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
