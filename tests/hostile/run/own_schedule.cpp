// Attack: Hands the loop a schedule of its own, so that its fault in other orders never shows.
// Outcome: broke_protocol

#include "exercises/toaster/toaster.hpp"

#include "runtime/loop/loop.hpp"

#include <cstdint>
#include <iostream>
#include <span>

using namespace std::chrono_literals;

aio::Coroutine<> brew_coffee();

aio::Coroutine<> first(bool& done) {
    done = true;
    co_await brew_coffee();
}

// Waits for ever where it goes before the other one.
aio::Coroutine<> second(bool& done, aio::Event& set) {
    if (!done) co_await set.wait();
}

class FirstComeFirstServed final : public aio::Schedule {
    std::size_t choose(std::span<const std::uint32_t>) noexcept override { return 0; }
} schedule;

void attack() { aio::detail::Loop::current().let_choose(schedule); }

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
    attack();
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    bool done = false;
    aio::Event set;
    co_await aio::gather(toast_bread(), first(done), second(done, set));
    measured.together = aio::now() - start;
    co_return measured;
}
