#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using namespace support;

// Every place that takes an awaitable is given a task by name, and the handle is asked afterwards.
template <class Handle>
aio::Coroutine<int> by_name(Handle& task) {
    int sum = co_await aio::timeout(1h, task);
    sum += co_await aio::wait_for(task, 1h);
    sum += co_await aio::wait_for(task, std::nullopt);
    sum += co_await aio::wait_for(task, 0s);
    sum += co_await aio::shield(task);
    const auto [one] = co_await aio::gather(task);
    const auto [settled] = co_await aio::gather(aio::return_exceptions, task);
    aio::TimeoutScope scope(1h);
    sum += co_await aio::timeout(scope, task);
    CHECK(task.done());
    co_return sum + one + settled.value() + task.result();
}

aio::Coroutine<int> task_by_name() {
    aio::Task<int> task = aio::create_task(number_after(1, 1s));
    const int sum = co_await by_name(task);
    co_return sum;
}

aio::Coroutine<int> const_task_by_name() {
    const aio::Task<int> task = aio::create_task(number_after(1, 1s));
    const int sum = co_await by_name(task);
    co_return sum;
}

aio::Coroutine<std::string> expires(bool wait_for) {
    aio::Task<int> task = aio::create_task(number_after(1, 1h));
    try {
        if (wait_for) {
            co_await aio::wait_for(task, 1s);
        } else {
            co_await aio::timeout(1s, task);
        }
    } catch (const aio::TimeoutError&) {
    }
    co_return task.cancelled() ? task.name() : "runs on";
}

aio::Coroutine<int> tasks_in_a_vector() {
    std::vector<aio::Task<int>> tasks{aio::create_task(number_after(1, 1s)),
                                      aio::create_task(number_after(2, 1s))};
    const std::vector<int> got = co_await aio::gather(tasks);
    co_return got.at(0) + got.at(1) + tasks.at(0).result() + tasks.at(1).result();
}

aio::Coroutine<int> named_coroutines() {
    auto a = number_after(1, 1s);
    auto b = number_after(2, 1s);
    auto c = number_after(4, 1s);
    int sum = co_await aio::timeout(1h, a);
    sum += co_await aio::wait_for(b, 1h);
    sum += co_await aio::shield(c);
    int again = 0;
    for (aio::Coroutine<int>* one : {&a, &b, &c}) {
        try {
            co_await *one;
        } catch (const aio::RuntimeError&) {
            ++again;
        }
    }
    co_return sum * 10 + again;
}

/// Each primitive's awaiter, by name (kept in this frame) and as a temporary, under each that takes it.
aio::Coroutine<int> awaiters() {
    aio::Lock lock;
    aio::Semaphore slots(9);
    aio::Event event;
    event.set();
    aio::Queue<int> queue(9);
    int done = 0;
    {
        auto named = lock.acquire();
        const auto guard = co_await aio::timeout(1s, named);
        ++done;
    }
    {
        auto named = lock.acquire();
        const auto guard = co_await aio::wait_for(named, 1s);
        ++done;
    }
    {
        const auto guard = co_await aio::shield(lock.acquire());
        ++done;
    }
    auto slot = slots.acquire();
    const auto first = co_await aio::wait_for(slot, 1s);
    const auto second = co_await aio::timeout(1s, slots.acquire());
    auto wait = event.wait();
    co_await aio::timeout(1s, wait);
    co_await aio::wait_for(event.wait(), 1s);
    co_await aio::gather(event.wait(), aio::sleep(1s), queue.put(1));
    auto put = queue.put(2);
    co_await aio::wait_for(put, 1s);
    auto get = queue.get();
    done += co_await aio::timeout(1s, get);
    done += co_await aio::wait_for(queue.get(), 1s);
    auto sleep = aio::sleep(1s);
    co_await aio::timeout(2s, sleep);
    aio::Barrier barrier(1);
    auto meet = barrier.wait();
    done += co_await aio::wait_for(meet, 1s);
    auto both = aio::gather(number_after(1, 1s), number_after(2, 1s));
    const auto [x, y] = co_await aio::timeout(5s, both);
    const auto [again_x, again_y] = co_await both;
    CHECK(again_x + again_y == x + y);
    auto shielded = aio::shield(number_after(3, 1s));
    done += co_await aio::wait_for(shielded, 5s);
    aio::Condition condition(lock);
    const auto held = co_await aio::wait_for(condition.acquire(), 1s);
    try {
        auto notified = condition.wait();
        co_await aio::timeout(1s, notified);
    } catch (const aio::TimeoutError&) {
        ++done;
    }
    co_return done;
}

}  // namespace

TEST_CASE("a task given by name is still a task afterwards, wherever it was given") {
    CHECK(in_virtual_time(task_by_name()) == 9);
    CHECK(in_virtual_time(const_task_by_name()) == 9);
    CHECK(in_virtual_time(tasks_in_a_vector()) == 6);
}

TEST_CASE("a task given by name to a time limit that expires can be asked whether it was cancelled") {
    CHECK(in_virtual_time(expires(true)) == "Task-2");
    CHECK(in_virtual_time(expires(false)) == "Task-2");
}

TEST_CASE("a coroutine given by name is consumed") { CHECK(in_virtual_time(named_coroutines()) == 73); }

TEST_CASE("every primitive's awaiter may be given by name or as a temporary") {
    CHECK(in_virtual_time(awaiters()) == 10);
}
