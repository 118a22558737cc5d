#include "tests/runtime/turn_log.hpp"

#include <doctest/doctest.h>

#include <string>

// The scenarios are programs of asyncio's, written again; each is followed by the lines that CPython 3.13
// logs.

namespace {

using namespace support;
using Log = TurnLog;

aio::Coroutine<int> number(Log& log) {
    log("task ends");
    co_return 7;
}

aio::Coroutine<int> late(Log& log, int count) {
    co_await turns(count);
    log("task ends");
    co_return 7;
}

aio::Coroutine<int> for_ever() {
    for (;;) co_await aio::sleep(0s);
}

template <class Awaitable>
aio::Coroutine<> awaits(Log& log, Awaitable awaitable, std::string name = "waiter") {
    try {
        const int value = co_await awaitable;
        log(name + " got " + std::to_string(value));
    } catch (const aio::CancelledError&) {
        log(name + " cancelled");
        throw;
    }
}

auto says(Log& log, const std::string& name) {
    return [&log, name](const aio::AnyTask& task) { log(name + " " + text(task.done())); };
}

auto says_cancelled(Log& log, const std::string& start = "") {
    return [&log, start](const aio::AnyTask& task) { log(start + "cancelled " + text(task.cancelled())); };
}

aio::Coroutine<> callback_then_waiter(Log& log) {
    const auto task = aio::create_task(number(log));
    task.add_done_callback(says(log, "callback"));
    const auto waiter = aio::create_task(awaits(log, task));
    co_await turns(4);
}
constexpr auto callback_then_waiter_logs = "2 task ends\n2 waiter got 7\n3 callback True\n5 main ends\n";

aio::Coroutine<> callback_before_waiter(Log& log) {
    const auto task = aio::create_task(late(log, 2));
    task.add_done_callback(says(log, "callback"));
    const auto waiter = aio::create_task(awaits(log, task));
    co_await turns(6);
}
constexpr auto callback_before_waiter_logs = "4 task ends\n5 callback True\n5 waiter got 7\n7 main ends\n";

aio::Coroutine<> waiter_before_callback(Log& log) {
    const auto task = aio::create_task(late(log, 2));
    const auto waiter = aio::create_task(awaits(log, task));
    co_await turns(1);
    task.add_done_callback(says(log, "callback"));
    co_await turns(5);
}
constexpr auto waiter_before_callback_logs = "4 task ends\n5 waiter got 7\n5 callback True\n7 main ends\n";

aio::Coroutine<> between_two_waiters(Log& log) {
    const auto task = aio::create_task(late(log, 3));
    const auto first = aio::create_task(awaits(log, task, "first"));
    co_await turns(1);
    task.add_done_callback(says(log, "callback"));
    const auto second = aio::create_task(awaits(log, task, "second"));
    co_await turns(6);
}
constexpr auto between_two_waiters_logs =
    "5 task ends\n6 first got 7\n6 callback True\n6 second got 7\n8 main ends\n";

aio::Coroutine<> beside_a_shield(Log& log) {
    const auto task = aio::create_task(late(log, 2));
    task.add_done_callback(says(log, "first"));
    const auto waiter = aio::create_task(awaits(log, aio::shield(task), "shield"));
    task.add_done_callback(says(log, "second"));
    co_await turns(8);
}
constexpr auto beside_a_shield_logs =
    "4 task ends\n5 first True\n5 second True\n6 shield got 7\n9 main ends\n";

aio::Coroutine<> cancels_another(Log& log) {
    const auto other = aio::create_task(for_ever());
    const auto waiter = aio::create_task(awaits(log, other, "other's waiter"));
    const auto task = aio::create_task(late(log, 1));
    task.add_done_callback([&log, other](const auto&) { log("cancels " + text(other.cancel())); });
    other.add_done_callback(says_cancelled(log, "other ended, "));
    co_await turns(8);
}
constexpr auto cancels_another_logs =
    "3 task ends\n4 cancels True\n6 other ended, cancelled True\n6 other's waiter cancelled\n9 main ends\n";

aio::Coroutine<> adds_another(Log& log) {
    const auto task = aio::create_task(number(log));
    task.add_done_callback([&log](const aio::Task<int>& ended) {
        log("first");
        ended.add_done_callback(says(log, "added"));
        log("first ends");
    });
    task.add_done_callback(says(log, "second"));
    co_await turns(6);
}
constexpr auto adds_another_logs =
    "2 task ends\n3 first\n3 first ends\n3 second True\n4 added True\n7 main ends\n";

aio::Coroutine<> added_after_the_end(Log& log) {
    const auto task = aio::create_task(number(log));
    co_await turns(3);
    task.add_done_callback(says(log, "a"));
    task.add_done_callback(says(log, "b"));
    log("added");
    co_await turns(3);
}
constexpr auto added_after_the_end_logs = "2 task ends\n4 added\n5 a True\n5 b True\n7 main ends\n";

aio::Coroutine<> added_by_itself(Log& log) {
    const auto own = [](Log& its_log) -> aio::Coroutine<> {
        aio::current_task().add_done_callback(says(its_log, "callback"));
        co_await aio::sleep(0s);
        its_log("task ends");
    };
    const auto task = aio::create_task(own(log));
    co_await turns(5);
}
constexpr auto added_by_itself_logs = "3 task ends\n4 callback True\n6 main ends\n";

aio::Coroutine<> runs(Log& log) {
    log("child runs");
    co_return;
}

aio::Coroutine<> makes_a_task(Log& log) {
    const auto task = aio::create_task(number(log));
    task.add_done_callback([&log](const auto&) { aio::create_task(runs(log)); });
    co_await turns(5);
}
constexpr auto makes_a_task_logs = "2 task ends\n4 child runs\n6 main ends\n";

aio::Coroutine<> waits(Log& log, aio::Event& event) {
    co_await event.wait();
    log("event waiter");
}

aio::Coroutine<> sets_an_event(Log& log) {
    aio::Event event;
    const auto waiter = aio::create_task(waits(log, event));
    const auto task = aio::create_task(late(log, 2));
    task.add_done_callback([&event](const auto&) { event.set(); });
    const auto other = aio::create_task(awaits(log, task));
    co_await turns(7);
}
constexpr auto sets_an_event_logs = "4 task ends\n5 waiter got 7\n6 event waiter\n8 main ends\n";

}  // namespace

TEST_CASE("done callbacks and those who await the task go in the order in which they came") {
    CHECK(logged(callback_then_waiter) == callback_then_waiter_logs);
    CHECK(logged(callback_before_waiter) == callback_before_waiter_logs);
    CHECK(logged(waiter_before_callback) == waiter_before_callback_logs);
    CHECK(logged(between_two_waiters) == between_two_waiters_logs);
    CHECK(logged(beside_a_shield) == beside_a_shield_logs);
}

TEST_CASE("a done callback may cancel, set, make and add what it likes") {
    CHECK(logged(cancels_another) == cancels_another_logs);
    CHECK(logged(adds_another) == adds_another_logs);
    CHECK(logged(makes_a_task) == makes_a_task_logs);
    CHECK(logged(sets_an_event) == sets_an_event_logs);
}

TEST_CASE("a done callback added to a task that has ended is called at the next turn") {
    CHECK(logged(added_after_the_end) == added_after_the_end_logs);
    CHECK(logged(added_by_itself) == added_by_itself_logs);
}
