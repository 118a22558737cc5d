#pragma once

// One of each kind of awaitable that aio has, for tests of what takes them.

#include "runtime/loop/awaitable.hpp"
#include "tests/runtime/support.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace support {

template <class A>
concept CoAwaits = requires(A&& awaitable) { std::forward<A>(awaitable).operator co_await(); } ||
                   requires(A&& awaitable) { std::forward<A>(awaitable).await_ready(); };

/// What becomes of a name that is given to somebody: a coroutine can be awaited once, a task and a gather are
/// handles, anything else is spent, and may be moved from.
enum class Kind { coroutine, task, gather, spent };

/// Makes an awaitable that ends by itself, and says whether it did its work, asked while its result is kept.
struct Maker {
    aio::Coroutine<> set_up() { co_return; }
    bool took() const { return true; }
};

struct OfCoroutine : Maker {
    static constexpr Kind kind = Kind::coroutine;
    auto make() { return number_after(1, 1s); }
    bool took() const { return aio::now() == 1s; }
};
struct OfTask : Maker {
    static constexpr Kind kind = Kind::task;
    auto make() { return aio::create_task(number_after(1, 1s)); }
    bool took() const { return aio::now() == 1s; }
};
struct OfAnyTask : Maker {
    static constexpr Kind kind = Kind::task;
    aio::AnyTask make() { return aio::create_task(number_after(1, 1s)); }
    bool took() const { return aio::now() == 1s; }
};

struct Spent : Maker {
    static constexpr Kind kind = Kind::spent;
};
struct Sleep : Spent {
    auto make() { return aio::sleep(1s); }
    bool took() const { return aio::now() == 1s; }
};
struct SleepResult : Spent {
    auto make() { return aio::sleep(1s, std::string("result")); }
    bool took() const { return aio::now() == 1s; }
};
struct LockAcquire : Spent {
    auto make() { return lock.acquire(); }
    bool took() const { return lock.locked(); }
    aio::Lock lock;
};
struct SemaphoreAcquire : Spent {
    auto make() { return slots.acquire(); }
    bool took() const { return slots.locked(); }
    aio::Semaphore slots{1};
};
struct EventWait : Spent {
    auto make() { return event.wait(); }
    aio::Coroutine<> set_up() {
        event.set();
        co_return;
    }
    aio::Event event;
};
struct BarrierWait : Spent {
    auto make() { return barrier.wait(); }
    aio::Barrier barrier{1};
};
struct QueueGet : Spent {
    auto make() { return queue.get(); }
    aio::Coroutine<> set_up() {
        queue.put_nowait(1);
        co_return;
    }
    bool took() const { return queue.empty(); }
    aio::Queue<int> queue;
};
struct QueuePut : Spent {
    auto make() { return queue.put(1); }
    bool took() const { return queue.size() == 1; }
    aio::Queue<int> queue;
};
struct QueueJoin : Spent {
    auto make() { return queue.join(); }
    aio::Queue<int> queue;
};

/// The lock is held, and somebody notifies after a second.
struct Notified : Spent {
    aio::Coroutine<> set_up() {
        auto held = co_await condition.acquire();
        guard.emplace(std::move(held));
        aio::create_task(notify(*this));
    }
    bool took() const { return told && condition.locked() && aio::now() == 1s; }
    static aio::Coroutine<> notify(Notified& its) {
        co_await aio::sleep(1s);
        const auto held = co_await its.condition.acquire();
        its.told = true;
        its.condition.notify_all();
    }
    aio::Condition condition;
    std::optional<aio::Guard> guard;
    bool told = false;
};
struct ConditionWait : Notified {
    auto make() { return condition.wait(); }
};
struct ConditionWaitFor : Notified {
    auto make() {
        return condition.wait_for([this] { return told; });
    }
};

struct Gathers : Maker {
    static constexpr Kind kind = Kind::gather;
    bool took() const { return aio::now() == 2s; }
};
struct OfGather : Gathers {
    auto make() { return aio::gather(number_after(1, 1s), number_after(2, 2s)); }
};
struct OfSettle : Gathers {
    auto make() { return aio::gather(aio::return_exceptions, number_after(1, 2s)); }
};

struct TakesASecond : Spent {
    bool took() const { return aio::now() == 1s; }
};
struct OfShield : TakesASecond {
    auto make() { return aio::shield(number_after(1, 1s)); }
};
struct OfTimeout : TakesASecond {
    auto make() { return aio::timeout(2s, number_after(1, 1s)); }
};
struct OfWaitFor : TakesASecond {
    auto make() { return aio::wait_for(number_after(1, 1s), 2s); }
};
struct OfGroup : TakesASecond {
    auto make() {
        return aio::task_group([](aio::TaskGroup& group) -> aio::Coroutine<> {
            group.create_task(number_after(1, 1s));
            co_return;
        });
    }
};

using Awaitables =
    std::tuple<OfCoroutine, OfTask, OfAnyTask, Sleep, SleepResult, LockAcquire, SemaphoreAcquire, EventWait,
               BarrierWait, QueueGet, QueuePut, QueueJoin, ConditionWait, ConditionWaitFor, OfGather,
               OfSettle, OfShield, OfTimeout, OfWaitFor, OfGroup>;

}  // namespace support
