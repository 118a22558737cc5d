// Fault: Each machine rings a bell (an Event) when it is done, and breakfast waits for the bells, not for the tasks; cancelled meanwhile, it does not stop what it has started.
// Loses: stops-when-cancelled

#include "exercises/toaster/toaster.hpp"

#include <cstdio>
#include <memory>

using namespace std::chrono_literals;

aio::Coroutine<> toast_bread() {
    std::puts("The bread goes in.");
    co_await aio::sleep(2s);
    std::puts("Ding! Toast.");
}

aio::Coroutine<> brew_coffee() {
    std::puts("The water gets hot.");
    co_await aio::sleep(2s);
    std::puts("Gurgle! Coffee.");
}

using Bell = std::shared_ptr<aio::Event>;

aio::Coroutine<> ring_after(aio::Coroutine<> work, Bell bell) {
    co_await work;
    bell->set();
}

aio::Coroutine<Breakfast> breakfast() {
    auto begin = aio::now();
    Bell first = std::make_shared<aio::Event>();
    aio::create_task(ring_after(toast_bread(), first));
    co_await first->wait();
    Bell second = std::make_shared<aio::Event>();
    aio::create_task(ring_after(brew_coffee(), second));
    co_await second->wait();
    aio::Duration serial = aio::now() - begin;

    begin = aio::now();
    Bell bread = std::make_shared<aio::Event>();
    Bell coffee = std::make_shared<aio::Event>();
    aio::create_task(ring_after(toast_bread(), bread));
    aio::create_task(ring_after(brew_coffee(), coffee));
    co_await bread->wait();
    co_await coffee->wait();
    aio::Duration parallel = aio::now() - begin;

    co_return Breakfast{serial, parallel};
}
