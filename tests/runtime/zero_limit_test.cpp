#include "tests/runtime/zero_limit.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace support;

template <class Primitive>
aio::Coroutine<> holds(TurnLog& log, Primitive& primitive) {
    {
        const auto held = co_await primitive.acquire();
        co_await turns(2);
    }
    log("holder released");
}

template <class Primitive>
aio::Coroutine<> in_line(TurnLog& log, Primitive& primitive) {
    const auto held = co_await primitive.acquire();
    log("next has it");
}

aio::Coroutine<> sets(TurnLog& log, aio::Event& event) {
    event.set();
    log("sets");
    co_return;
}

aio::Coroutine<> puts(TurnLog& log, aio::Queue<int>& queue) {
    queue.put_nowait(1);
    log("puts");
    co_return;
}

aio::Coroutine<> gets(TurnLog& log, aio::Queue<int>& queue) {
    log("gets " + std::to_string(queue.get_nowait()));
    co_return;
}

aio::Coroutine<> lock_free(TurnLog& log, Limit limit) {
    aio::Lock lock;
    const auto make = [&] { return lock.acquire(); };
    const auto state = [&] { return "locked " + text(lock.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> lock_held(TurnLog& log, Limit limit) {
    aio::Lock lock;
    const auto guard = co_await lock.acquire();
    const auto make = [&] { return lock.acquire(); };
    const auto state = [&] { return "locked " + text(lock.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> lock_released_soon(TurnLog& log, Limit limit) {
    aio::Lock lock;
    const auto holder = aio::create_task(holds(log, lock));
    co_await turns(1);
    const auto make = [&] { return lock.acquire(); };
    const auto state = [&] { return "locked " + text(lock.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> lock_with_a_line(TurnLog& log, Limit limit) {
    aio::Lock lock;
    const auto holder = aio::create_task(holds(log, lock));
    const auto next = aio::create_task(in_line(log, lock));
    co_await turns(1);
    const auto make = [&] { return lock.acquire(); };
    const auto state = [&] { return "locked " + text(lock.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> semaphore_free(TurnLog& log, Limit limit) {
    aio::Semaphore slots(1);
    const auto make = [&] { return slots.acquire(); };
    const auto state = [&] { return "locked " + text(slots.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> semaphore_taken(TurnLog& log, Limit limit) {
    aio::Semaphore slots(1);
    const auto slot = co_await slots.acquire();
    const auto make = [&] { return slots.acquire(); };
    const auto state = [&] { return "locked " + text(slots.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> semaphore_released_soon(TurnLog& log, Limit limit) {
    aio::Semaphore slots(1);
    const auto holder = aio::create_task(holds(log, slots));
    co_await turns(1);
    const auto make = [&] { return slots.acquire(); };
    const auto state = [&] { return "locked " + text(slots.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> semaphore_with_a_line(TurnLog& log, Limit limit) {
    aio::Semaphore slots(1);
    const auto holder = aio::create_task(holds(log, slots));
    const auto next = aio::create_task(in_line(log, slots));
    co_await turns(1);
    const auto make = [&] { return slots.acquire(); };
    const auto state = [&] { return "locked " + text(slots.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> event_set(TurnLog& log, Limit limit) {
    aio::Event event;
    event.set();
    const auto make = [&] { return event.wait(); };
    const auto state = [&] { return "set " + text(event.is_set()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> event_clear(TurnLog& log, Limit limit) {
    aio::Event event;
    const auto make = [&] { return event.wait(); };
    const auto state = [&] { return "set " + text(event.is_set()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> event_set_soon(TurnLog& log, Limit limit) {
    aio::Event event;
    const auto setter = aio::create_task(sets(log, event));
    const auto make = [&] { return event.wait(); };
    const auto state = [&] { return "set " + text(event.is_set()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> get_item(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    queue.put_nowait(1);
    const auto make = [&] { return queue.get(); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> get_empty(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    const auto make = [&] { return queue.get(); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> get_put_soon(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    const auto putter = aio::create_task(puts(log, queue));
    const auto make = [&] { return queue.get(); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> put_room(TurnLog& log, Limit limit) {
    aio::Queue<int> queue(1);
    const auto make = [&] { return queue.put(2); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> put_full(TurnLog& log, Limit limit) {
    aio::Queue<int> queue(1);
    queue.put_nowait(1);
    const auto make = [&] { return queue.put(2); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> put_got_soon(TurnLog& log, Limit limit) {
    aio::Queue<int> queue(1);
    queue.put_nowait(1);
    const auto getter = aio::create_task(gets(log, queue));
    const auto make = [&] { return queue.put(2); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> join_done(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    const auto make = [&] { return queue.join(); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> join_undone(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    queue.put_nowait(1);
    const auto make = [&] { return queue.join(); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> barrier_of_one(TurnLog& log, Limit limit) {
    aio::Barrier barrier(1);
    const auto make = [&] { return barrier.wait(); };
    const auto state = [&] { return "waiting " + std::to_string(barrier.n_waiting()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> barrier_of_two(TurnLog& log, Limit limit) {
    aio::Barrier barrier(2);
    const auto make = [&] { return barrier.wait(); };
    const auto state = [&] { return "waiting " + std::to_string(barrier.n_waiting()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> condition_wait(TurnLog& log, Limit limit) {
    aio::Condition condition;
    const auto guard = co_await condition.acquire();
    const auto make = [&] { return condition.wait(); };
    const auto state = [&] { return "locked " + text(condition.locked()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> sleep_zero(TurnLog& log, Limit limit) {
    const auto make = [] { return aio::sleep(0s); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> sleep_long(TurnLog& log, Limit limit) {
    const auto make = [] { return aio::sleep(1h); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

const std::vector<ZeroCase> cases{
    {"lock_free", lock_free, "3 TimeoutError, 3 locked False, 8 locked False",
     "0 gave it, 0 locked True, 5 locked True"},
    {"lock_held", lock_held, "3 TimeoutError, 3 locked True, 8 locked True",
     "2 TimeoutError, 2 locked True, 7 locked True"},
    {"lock_released_soon", lock_released_soon,
     "2 holder released, 3 TimeoutError, 3 locked False, 8 locked False",
     "2 holder released, 2 TimeoutError, 2 locked False, 7 locked False"},
    {"lock_with_a_line", lock_with_a_line,
     "2 holder released, 3 next has it, 3 TimeoutError, 3 locked False, 8 locked False",
     "2 holder released, 2 TimeoutError, 2 locked False, 3 next has it, 7 locked False"},
    {"semaphore_free", semaphore_free, "3 TimeoutError, 3 locked False, 8 locked False",
     "0 gave it, 0 locked True, 5 locked True"},
    {"semaphore_taken", semaphore_taken, "3 TimeoutError, 3 locked True, 8 locked True",
     "2 TimeoutError, 2 locked True, 7 locked True"},
    {"semaphore_released_soon", semaphore_released_soon,
     "2 holder released, 3 TimeoutError, 3 locked False, 8 locked False",
     "2 holder released, 2 TimeoutError, 2 locked False, 7 locked False"},
    {"semaphore_with_a_line", semaphore_with_a_line,
     "2 holder released, 3 next has it, 3 TimeoutError, 3 locked False, 8 locked False",
     "2 holder released, 2 TimeoutError, 2 locked True, 3 next has it, 7 locked False"},
    {"event_set", event_set, "3 TimeoutError, 3 set True, 8 set True", "0 gave it, 0 set True, 5 set True"},
    {"event_clear", event_clear, "3 TimeoutError, 3 set False, 8 set False",
     "2 TimeoutError, 2 set False, 7 set False"},
    {"event_set_soon", event_set_soon, "1 sets, 3 TimeoutError, 3 set True, 8 set True",
     "1 sets, 2 TimeoutError, 2 set True, 7 set True"},
    {"get_item", get_item, "3 TimeoutError, 3 size 1, 8 size 1", "0 gave 1, 0 size 0, 5 size 0"},
    {"get_empty", get_empty, "3 TimeoutError, 3 size 0, 8 size 0", "2 TimeoutError, 2 size 0, 7 size 0"},
    {"get_put_soon", get_put_soon, "1 puts, 3 TimeoutError, 3 size 1, 8 size 1",
     "1 puts, 2 TimeoutError, 2 size 1, 7 size 1"},
    {"put_room", put_room, "3 TimeoutError, 3 size 0, 8 size 0", "0 gave it, 0 size 1, 5 size 1"},
    {"put_full", put_full, "3 TimeoutError, 3 size 1, 8 size 1", "2 TimeoutError, 2 size 1, 7 size 1"},
    {"put_got_soon", put_got_soon, "1 gets 1, 3 TimeoutError, 3 size 0, 8 size 0",
     "1 gets 1, 2 TimeoutError, 2 size 0, 7 size 0"},
    {"join_done", join_done, "3 TimeoutError, 3 size 0, 8 size 0", "0 gave it, 0 size 0, 5 size 0"},
    {"join_undone", join_undone, "3 TimeoutError, 3 size 1, 8 size 1", "2 TimeoutError, 2 size 1, 7 size 1"},
    {"barrier_of_one", barrier_of_one, "3 TimeoutError, 3 waiting 0, 8 waiting 0",
     "0 gave 0, 0 waiting 0, 5 waiting 0"},
    {"barrier_of_two", barrier_of_two, "3 TimeoutError, 3 waiting 0, 8 waiting 0",
     "2 TimeoutError, 2 waiting 0, 7 waiting 0"},
    {"condition_wait", condition_wait, "3 TimeoutError, 3 locked True, 8 locked True",
     "2 TimeoutError, 2 locked True, 7 locked True"},
    {"sleep_zero", sleep_zero, "3 TimeoutError, 3 -, 8 -", "1 TimeoutError, 1 -, 6 -"},
    {"sleep_long", sleep_long, "3 TimeoutError, 3 -, 8 -", "2 TimeoutError, 2 -, 7 -"},
};

}  // namespace

TEST_CASE("a limit of zero around a primitive does what it does in asyncio, turn by turn") {
    check_all(cases);
}
