// Right: both give a slot of a semaphore that begins with none; the group's body takes two, and reads the time then.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    co_await aio::sleep(2s);
    std::cout << "Bread: ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "Coffee: in the pot\n";
    co_await aio::sleep(2s);
    std::cout << "Coffee: ready\n";
}

namespace {

aio::Coroutine<> bread_then_ring(aio::Semaphore& rung) {
    co_await toast_bread();
    rung.release();
}

aio::Coroutine<> coffee_then_ring(aio::Semaphore& rung) {
    co_await brew_coffee();
    rung.release();
}

}  // namespace

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    aio::Semaphore rung(0);
    start = aio::now();
    auto body = [&](aio::TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(bread_then_ring(rung));
        group.create_task(coffee_then_ring(rung));
        auto one = co_await rung.acquire();
        auto two = co_await rung.acquire();
        measured.together = aio::now() - start;
    };
    co_await aio::task_group(body);
    co_return measured;
}
