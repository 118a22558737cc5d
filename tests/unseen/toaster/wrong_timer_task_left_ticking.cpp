// Wrong: the bread waits for an event that a task of its own sets; nobody stops that task when the bread is cancelled.
// Loses: stops-when-cancelled
#include "exercises/toaster/toaster.hpp"

#include <iostream>
#include <memory>

using namespace std::chrono_literals;

static aio::Coroutine<> ring_after(aio::Duration length, std::shared_ptr<aio::Event> bell) {
    co_await aio::sleep(length);
    bell->set();
}

aio::Coroutine<> toast_bread() {
    std::cout << "Bread: in the toaster\n";
    auto bell = std::make_shared<aio::Event>();
    aio::create_task(ring_after(2s, bell));
    co_await bell->wait();
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
