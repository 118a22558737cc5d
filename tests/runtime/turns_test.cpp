#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

// What it costs to come back, in turns of the loop: as in asyncio. The traces hold the same for tasks and
// gather.

namespace {

using namespace support;

aio::Coroutine<> count(int& turns) {
    for (;;) {
        ++turns;
        co_await aio::sleep(0s);
    }
}

/// A task that counts turns until this dies. Requires: made inside run(), then one sleep(0).
class Turns {
public:
    Turns() : task_(aio::create_task(count(turns_))) {}
    ~Turns() { task_.cancel(); }
    Turns(const Turns&) = delete;
    Turns& operator=(const Turns&) = delete;
    int now() const { return turns_; }

private:
    int turns_ = 0;
    aio::Task<> task_;
};

aio::Coroutine<int> seven() { co_return 7; }

aio::Coroutine<int> for_a_coroutine() {
    const Turns turns;
    co_await aio::sleep(0s);
    const int before = turns.now();
    for (int i = 0; i < 10; ++i) co_await seven();
    co_return turns.now() - before;
}

aio::Coroutine<int> for_a_timeout() {
    const Turns turns;
    co_await aio::sleep(0s);
    const int before = turns.now();
    co_await aio::timeout(1s, seven());
    co_return turns.now() - before;
}

aio::Coroutine<int> for_a_free_slot() {
    const Turns turns;
    aio::Semaphore slots(1);
    co_await aio::sleep(0s);
    const int before = turns.now();
    const auto slot = co_await slots.acquire();
    co_return turns.now() - before;
}

aio::Coroutine<> notes(const Turns& turns, int& at) {
    at = turns.now();
    co_return;
}

aio::Coroutine<int> from_create_task_to_the_start() {
    const Turns turns;
    int at = 0;
    co_await aio::sleep(0s);
    const int before = turns.now();
    const auto task = aio::create_task(notes(turns, at));
    co_await task;
    co_return at - before;
}

aio::Coroutine<> takes(aio::Semaphore& slots, const Turns& turns, int& at) {
    const auto slot = co_await slots.acquire();
    at = turns.now();
}

aio::Coroutine<int> from_release_to_the_waiter() {
    const Turns turns;
    int at = 0;
    aio::Semaphore slots(0);
    const auto task = aio::create_task(takes(slots, turns, at));
    co_await aio::sleep(0s);
    co_await aio::sleep(0s);
    const int before = turns.now();
    slots.release();
    co_await task;
    co_return at - before;
}

struct Moments {
    int thrown = 0;
    int awaiter = 0;
};

aio::Coroutine<> is_cancelled(const Turns& turns, Moments& moments) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        moments.thrown = turns.now();
        throw;
    }
}

aio::Coroutine<Moments> from_cancel() {
    const Turns turns;
    Moments moments;
    const auto task = aio::create_task(is_cancelled(turns, moments));
    co_await aio::sleep(0s);
    co_await aio::sleep(0s);
    const int before = turns.now();
    task.cancel();
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
        moments.awaiter = turns.now() - before;
    }
    moments.thrown -= before;
    co_return moments;
}

aio::Coroutine<int> for_a_gather() {
    const Turns turns;
    int at = 0;
    co_await aio::sleep(0s);
    co_await aio::gather(notes(turns, at), notes(turns, at));
    co_return turns.now() - at;
}

}  // namespace

TEST_CASE("awaiting a coroutine costs no turn") { CHECK(in_virtual_time(for_a_coroutine()) == 0); }

TEST_CASE("a timeout costs no turn") { CHECK(in_virtual_time(for_a_timeout()) == 0); }

TEST_CASE("a free slot costs no turn") { CHECK(in_virtual_time(for_a_free_slot()) == 0); }

TEST_CASE("a task starts one turn after create_task()") {
    CHECK(in_virtual_time(from_create_task_to_the_start()) == 1);
}

TEST_CASE("who waits for a slot has it one turn after the release") {
    CHECK(in_virtual_time(from_release_to_the_waiter()) == 1);
}

TEST_CASE("cancel() throws after one turn, and who awaits the task comes back after two") {
    const Moments moments = in_virtual_time(from_cancel());
    CHECK(moments.thrown == 1);
    CHECK(moments.awaiter == 2);
}

TEST_CASE("gather comes back two turns after its last child has ended") {
    CHECK(in_virtual_time(for_a_gather()) == 2);
}
