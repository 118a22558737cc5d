// Wrong: after a cancelled call the next one first blocks the loop for half a second to clear the jam.
// Loses: toast-waits
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <thread>

using namespace std::chrono_literals;

static bool jammed = false;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    if (jammed) {
        std::this_thread::sleep_for(500ms);  // take the old slice out
        jammed = false;
    }
    try {
        co_await aio::sleep(2s);
    } catch (const aio::CancelledError&) {
        jammed = true;
        throw;
    }
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
