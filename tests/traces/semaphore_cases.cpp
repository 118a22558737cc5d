#include "tests/traces/kit.hpp"

#include <algorithm>
#include <optional>

namespace traces {

namespace {

// Never more than two inside; the rest follow in waves.

struct Inside {
    int now = 0;
    int peak = 0;
};

aio::Coroutine<> counted(Log& log, aio::Semaphore& slots, Inside& inside, int number) {
    {
        const auto slot = co_await slots.acquire();
        ++inside.now;
        inside.peak = std::max(inside.peak, inside.now);
        log(text(number) + " in");
        co_await aio::sleep(1s);
        --inside.now;
    }
    log(text(number) + " out");
}

aio::Coroutine<> sem_limit(Log& log) {
    aio::Semaphore slots(2);
    Inside inside;
    std::vector<aio::Coroutine<>> jobs;
    for (int i = 0; i < 5; ++i) jobs.push_back(counted(log, slots, inside, i));
    co_await aio::gather(jobs);
    log("peak " + text(inside.peak));
}

// A slot handed to a waiter that is cancelled before it comes back goes on to the next in line. Where the
// asyncio program keeps a slot for good, the permit is kept by main.

using Kept = std::vector<aio::Permit>;

aio::Coroutine<> takes_for_good(Log& log, aio::Semaphore& slots, Kept& kept, std::string name) {
    kept.push_back(co_await slots.acquire());
    log(name + " in");
}

aio::Coroutine<> sem_release_then_cancel(Log& log) {
    aio::Semaphore slots(1);
    Kept kept;
    auto first = co_await slots.acquire();
    const aio::Task<> a = aio::create_task(takes_for_good(log, slots, kept, "a"));
    const aio::Task<> b = aio::create_task(takes_for_good(log, slots, kept, "b"));
    co_await aio::sleep(1s);
    first.release();
    a.cancel();
    const std::string seen = co_await outcome(a);
    log(seen);
    co_await b;
    log("locked " + text(slots.locked()));
}

// Two releases for one who waits leave a slot over, yet a newcomer of that turn lets the one in line go
// first.

aio::Coroutine<> sem_surplus_main_queues(Log& log) {
    aio::Semaphore slots(0);
    Kept kept;
    const aio::Task<> waiter = aio::create_task(takes_for_good(log, slots, kept, "old"));
    co_await aio::sleep(1s);
    slots.release();
    slots.release();
    log("locked " + text(slots.locked()));
    const auto mine = co_await slots.acquire();
    log("newcomer in");
    co_await waiter;
    log("locked " + text(slots.locked()));
}

// A bounded semaphore refuses to be given more than it began with; a plain one grows.

aio::Coroutine<> sem_bounded_over_release(Log& log) {
    aio::BoundedSemaphore bounded(1);
    auto slot = co_await bounded.acquire();
    slot.release();
    try {
        bounded.release();
    } catch (const aio::ValueError&) {
        log("bounded refuses");
    }
    aio::Semaphore plain(1);
    plain.release();
    const auto first = co_await plain.acquire();
    const auto second = co_await plain.acquire();
    log("plain grew, locked " + text(plain.locked()));
    try {
        const aio::Semaphore negative(-1);
    } catch (const aio::ValueError&) {
        log("negative start refused");
    }
}

const Table table{
    {"sem_bounded_over_release", sem_bounded_over_release},
    {"sem_limit", sem_limit},
    {"sem_release_then_cancel", sem_release_then_cancel},
    {"sem_surplus_main_queues", sem_surplus_main_queues},
};

}  // namespace

}  // namespace traces
