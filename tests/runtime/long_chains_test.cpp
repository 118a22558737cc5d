#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <utility>
#include <vector>

// However long a chain grows, the native stack does not.

namespace {

using namespace support;

constexpr int million = 1'000'000;

aio::Coroutine<int> one() { co_return 1; }

aio::Coroutine<int> sums_in_a_loop(int count) {
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        const int got = co_await one();
        sum += got;
    }
    co_return sum;
}

aio::Coroutine<int> depth(int left) {
    if (left == 0) {
        co_await aio::sleep(1s);
        co_return 0;
    }
    const int below = co_await depth(left - 1);
    co_return below + 1;
}

aio::Coroutine<> fails_at_the_bottom(int left) {
    if (left == 0) throw std::logic_error("bottom");
    co_await fails_at_the_bottom(left - 1);
}

aio::Coroutine<> holds_another(aio::Coroutine<> inner) { co_await inner; }

aio::Coroutine<> nothing() { co_return; }

aio::Coroutine<> matryoshka(int count) {
    aio::Coroutine<> chain = nothing();
    for (int i = 0; i < count; ++i) {
        aio::Coroutine<> outer = holds_another(std::move(chain));
        chain = std::move(outer);
    }
    return chain;
}

aio::Coroutine<> drops_a_chain(int count) {
    {
        const aio::Coroutine<> dropped = matryoshka(count);
    }
    co_return;
}

aio::Coroutine<> cancels_a_deep_chain(int count) {
    const auto task = aio::create_task(depth(count));
    co_await aio::sleep(500ms);
    task.cancel();
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
    }
    CHECK(task.cancelled());
}

aio::Coroutine<> awaits(aio::Task<> before) { co_await before; }

aio::Coroutine<> cancels_a_chain_of_tasks(int count) {
    std::vector<aio::Task<>> tasks{aio::create_task(wait_for_ever())};
    for (int i = 0; i < count; ++i) tasks.push_back(aio::create_task(awaits(tasks.back())));
    co_await aio::sleep(1s);
    tasks.back().cancel();
    try {
        co_await tasks.back();
    } catch (const aio::CancelledError&) {
    }
    CHECK(tasks.front().cancelled());
}

aio::Coroutine<> swallows_and_waits_again(aio::Semaphore& slots) {
    for (;;) {
        try {
            const auto slot = co_await slots.acquire();
        } catch (const aio::CancelledError&) {
        }
    }
}

aio::Coroutine<> never_lets_go(aio::Semaphore& slots, int left) {
    if (left > 0) {
        co_await never_lets_go(slots, left - 1);
    } else {
        co_await swallows_and_waits_again(slots);
    }
}

aio::Coroutine<> deadlocks_deep_down(int count) {
    aio::Semaphore none(0);
    co_await never_lets_go(none, count);
}

/// Counts, so that a million reports are not kept.
class Counter final : public aio::Observer {
public:
    void on(const aio::ObservedEvent& event) override {
        if (event.kind == aio::EventKind::never_awaited) ++never_awaited;
    }
    int never_awaited = 0;
};

}  // namespace

TEST_CASE("a million awaits in a loop") { CHECK(in_virtual_time(sums_in_a_loop(million)) == million); }

TEST_CASE("a million nested awaits") { CHECK(in_virtual_time(depth(million)) == million); }

TEST_CASE("an error comes up through a hundred thousand frames") {
    CHECK_THROWS_AS(in_virtual_time(fails_at_the_bottom(million / 10)), std::logic_error);
}

TEST_CASE("a cancellation comes up through a hundred thousand frames") {
    in_virtual_time(cancels_a_deep_chain(million / 10));
}

TEST_CASE("a cancellation goes down a chain of a hundred thousand tasks") {
    in_virtual_time(cancels_a_chain_of_tasks(million / 10));
}

TEST_CASE("a million coroutines that hold one another run") {
    CHECK_NOTHROW(in_virtual_time(matryoshka(million)));
}

TEST_CASE("a million coroutines that hold one another are dropped, each reported") {
    Counter counter;
    in_virtual_time(drops_a_chain(million), &counter);
    CHECK(counter.never_awaited == million + 1);
}

TEST_CASE("a million suspended frames are torn down") {
    CHECK_THROWS_AS(in_virtual_time(deadlocks_deep_down(million)), aio::DeadlockError);
}
