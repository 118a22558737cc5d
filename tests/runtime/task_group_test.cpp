#include "tests/runtime/support.hpp"
#include "tests/runtime/turns.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>

namespace {

using namespace support;
using aio::TaskGroup;

aio::Coroutine<> nothing() { co_return; }

aio::Coroutine<> fails_after(aio::Duration length, std::string what) {
    co_await aio::sleep(length);
    throw std::logic_error(what);
}

/// What a group threw, in one line; or what else came.
template <class Body>
aio::Coroutine<std::string> outcome(Body body) {
    std::string seen = "done";
    try {
        co_await aio::task_group(std::move(body));
    } catch (const aio::ExceptionGroup& group) {
        seen = group.what();
    } catch (const aio::CancelledError&) {
        seen = "CancelledError";
    }
    co_return seen;
}

aio::Coroutine<int> waits_for_all() {
    std::optional<aio::Task<int>> a;
    std::optional<aio::Task<int>> b;
    const std::string name = "kept alive, with all that was captured";
    co_await aio::task_group([&, name](TaskGroup& group) -> aio::Coroutine<> {
        auto named = number_after(1, 3s);
        a = group.create_task(named, "first");
        co_await aio::sleep(1s);
        b = group.create_task(number_after(static_cast<int>(name.size()), 1s));
    });
    CHECK(a->name() == "first");
    CHECK(aio::now() == 3s);
    co_return a->result() + b->result();
}

aio::Coroutine<> adds_more(TaskGroup& group, int depth, int& ran) {
    ++ran;
    co_await aio::sleep(1s);
    if (depth > 0) group.create_task(adds_more(group, depth - 1, ran));
}

aio::Coroutine<int> children_may_add_children() {
    int ran = 0;
    co_await aio::task_group([&](TaskGroup& group) { return adds_more(group, 3, ran); });
    CHECK(aio::now() == 4s);
    co_return ran;
}

aio::Coroutine<std::string> several_failures() {
    const std::string seen = co_await outcome([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(fails_after(1s, "one"), "A");
        group.create_task(fails_after(1s, "two"), "B");
        group.create_task(wait_for_ever());
        co_await aio::sleep(1h);
    });
    CHECK(aio::now() == 1s);
    CHECK(aio::current_task().cancelling() == 0);
    co_return seen;
}

aio::Coroutine<std::string> body_fails() {
    const std::string seen = co_await outcome([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(wait_for_ever());
        co_await aio::sleep(1s);
        throw std::logic_error("of the body");
    });
    co_return seen;
}

aio::Coroutine<> inner_group() {
    co_await aio::task_group([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(fails_after(1s, "deep"), "D");
        co_return;
    });
}

aio::Coroutine<std::string> group_in_a_group() {
    const std::string seen = co_await outcome([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(inner_group(), "inner");
        co_return;
    });
    co_return seen;
}

// Both groups fail in one turn. The inner one must take back only its own cancellation, or the outer one's is lost.
aio::Coroutine<> inner_fails(std::string& inner, bool& went_on) {
    inner = co_await outcome([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(fails_after(0s, "inner"), "I");
        co_await aio::sleep(1h);
    });
    CHECK(aio::current_task().cancelling() == 1);
    co_await aio::sleep(1h);
    went_on = true;
}

aio::Coroutine<std::string> nested_failures(std::string& inner, bool& went_on) {
    const std::string outer = co_await outcome([&](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(fails_after(0s, "outer"), "O");
        co_await inner_fails(inner, went_on);
    });
    CHECK(aio::current_task().cancelling() == 0);
    CHECK(aio::now() == 0s);
    co_return outer;
}

aio::Coroutine<> fails_and_is_cancelled(std::string& seen, bool& told_later) {
    seen = co_await outcome([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(fails_after(0s, "child"), "C");
        co_await aio::sleep(1h);
    });
    CHECK(aio::current_task().cancelling() == 1);
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        told_later = true;
        throw;
    }
}

aio::Coroutine<bool> failure_and_outside_cancel(std::string& seen) {
    bool told_later = false;
    const aio::Task<> task = aio::create_task(fails_and_is_cancelled(seen, told_later));
    co_await aio::sleep(0s);
    co_await aio::sleep(0s);
    task.cancel();
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
    }
    co_return told_later&& task.cancelled();
}

aio::Coroutine<std::string> cancels_one_child() {
    std::optional<aio::Task<>> child;
    const std::string seen = co_await outcome([&](TaskGroup& group) -> aio::Coroutine<> {
        child = group.create_task(wait_for_ever());
        group.create_task(number_after(1, 2s));
        co_await aio::sleep(1s);
        child->cancel();
    });
    CHECK(child->cancelled());
    CHECK(aio::now() == 2s);
    co_return seen;
}

aio::Coroutine<bool> under_a_timeout() {
    bool timed_out = false;
    std::optional<aio::Task<>> child;
    try {
        co_await aio::timeout(2s, aio::task_group([&](TaskGroup& group) -> aio::Coroutine<> {
                                  child = group.create_task(wait_for_ever());
                                  co_return;
                              }));
    } catch (const aio::TimeoutError&) {
        timed_out = true;
    }
    co_return timed_out&& child->cancelled() && aio::now() == 2s;
}

aio::Coroutine<> adds_when_cancelled(TaskGroup& group, std::string& what) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        try {
            group.create_task(nothing());
        } catch (const aio::RuntimeError& error) {
            what = error.what();
        }
        throw;
    }
}

aio::Coroutine<> adds_too_late(std::string& what) {
    co_await outcome([&](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(adds_when_cancelled(group, what));
        group.create_task(fails_after(1s, "child"));
        co_return;
    });
}

aio::Coroutine<> cleans_slowly(const int& of_the_frame, int& seen) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
    }
    co_await aio::sleep(5s);
    seen = of_the_frame;
    throw aio::CancelledError();
}

// Cancelled again and again while the children clean up, it still waits for them.
aio::Coroutine<> owner(int& seen) {
    const int of_the_frame = 11;
    co_await aio::task_group([&](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(cleans_slowly(of_the_frame, seen));
        co_return;
    });
}

aio::Coroutine<int> cancelled_again_and_again() {
    int seen = 0;
    const aio::Task<> task = aio::create_task(owner(seen));
    for (int i = 0; i < 3; ++i) {
        co_await aio::sleep(1s);
        task.cancel();
    }
    try {
        co_await task;
    } catch (const aio::CancelledError&) {
    }
    CHECK(aio::now() == 6s);
    co_return seen;
}

aio::Coroutine<> waits_for_a_slot(aio::Semaphore& slots) { const auto slot = co_await slots.acquire(); }

aio::Coroutine<> deadlocked() {
    aio::Semaphore slots(0);
    co_await aio::task_group([&](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(waits_for_a_slot(slots), "thirsty");
        co_return;
    });
}

aio::Coroutine<> left_behind(Probe) {
    co_await aio::task_group([](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(wait_for_ever());
        co_await aio::sleep(1h);
    });
}

aio::Coroutine<> leaves_a_group_behind(Lives& lives) {
    (void)aio::create_task(left_behind(Probe(lives)));
    co_await aio::sleep(1s);
}

aio::Coroutine<int> many_in_a_row() {
    int ran = 0;
    co_await aio::task_group([&](TaskGroup& group) -> aio::Coroutine<> {
        for (int i = 0; i < 10'000; ++i) {
            group.create_task(nothing());
            ++ran;
            if (i % 100 == 0) co_await aio::sleep(0s);
        }
    });
    co_return ran;
}

aio::Coroutine<> empty_body(TaskGroup&) { co_return; }
aio::Coroutine<> one_child(TaskGroup& group) {
    group.create_task(nothing());
    co_return;
}
aio::Coroutine<> bad_child(TaskGroup& group) {
    group.create_task(fails_after(aio::Duration(0), "x"));
    group.create_task(wait_for_ever());
    co_return;
}
aio::Coroutine<> body_raises(TaskGroup& group) {
    group.create_task(wait_for_ever());
    throw std::logic_error("body");
    co_return;
}

template <class Body>
aio::Coroutine<int> turns_with(Body body) {
    const int turns = co_await turns_of(aio::task_group(body));
    co_return turns;
}

}  // namespace

TEST_CASE("a task group comes back when its body and all its tasks have ended") {
    CHECK(in_virtual_time(waits_for_all()) == 39);
    CHECK(in_virtual_time(children_may_add_children()) == 4);
    CHECK(in_virtual_time(many_in_a_row()) == 10'000);
}

TEST_CASE("when children fail, the others and the body are cancelled, and every failure is named") {
    Recorder recorder;
    CHECK(in_virtual_time(several_failures(), &recorder) == "2 failures in a task group\n  A: one\n  B: two");
    CHECK(recorder.count(aio::EventKind::error_never_retrieved) == 0);
}

TEST_CASE("a body that fails cancels the children, and its error is in the group") {
    CHECK(in_virtual_time(body_fails()) == "1 failure in a task group\n  the body of the task group: of the body");
}

TEST_CASE("a group that failed in a group reads as a tree") {
    CHECK(in_virtual_time(group_in_a_group()) ==
          "1 failure in a task group\n  inner: 1 failure in a task group\n    D: deep");
}

TEST_CASE("of two nested groups that fail at once each takes back its own cancellation") {
    std::string inner;
    bool went_on = false;
    CHECK(in_virtual_time(nested_failures(inner, went_on)) == "1 failure in a task group\n  O: outer");
    CHECK(inner == "1 failure in a task group\n  I: inner");
    CHECK(!went_on);
}

TEST_CASE("a cancellation from outside that meets a failure comes again at the next wait") {
    std::string seen;
    CHECK(in_virtual_time(failure_and_outside_cancel(seen)));
    CHECK(seen == "1 failure in a task group\n  C: child");
}

TEST_CASE("a child that is cancelled disturbs nobody") { CHECK(in_virtual_time(cancels_one_child()) == "done"); }

TEST_CASE("a timeout around a task group cancels its children") { CHECK(in_virtual_time(under_a_timeout())); }

TEST_CASE("a group that is being stopped takes no more tasks, and says so") {
    Recorder recorder;
    std::string what;
    in_virtual_time(adds_too_late(what), &recorder);
    CHECK(what.find("being stopped") != std::string::npos);
    CHECK(recorder.count(aio::EventKind::never_awaited) == 0);
}

TEST_CASE("a group cancelled again and again waits for its children all the same") {
    CHECK(in_virtual_time(cancelled_again_and_again()) == 11);
}

TEST_CASE("a deadlock names the task group, at the line that awaits it") {
    try {
        in_virtual_time(deadlocked());
        FAIL("no deadlock");
    } catch (const aio::DeadlockError& error) {
        REQUIRE(error.waiting().size() == 2);
        CHECK(error.waiting()[0].coroutine == "task_group");
        CHECK(error.waiting()[0].waits_for == "task_group of thirsty");
        CHECK(error.waiting()[0].file.find("task_group_test.cpp") != std::string::npos);
    }
}

TEST_CASE("a group that is left behind is cleaned up") {
    Lives lives;
    in_virtual_time(leaves_a_group_behind(lives));
    CHECK(lives.balanced());
}

TEST_CASE("a task group costs the turns it costs in asyncio") {
    CHECK(in_virtual_time(turns_with(empty_body)) == 0);
    CHECK(in_virtual_time(turns_with(one_child)) == 3);
    CHECK(in_virtual_time(turns_with(body_raises)) == 3);
    CHECK(in_virtual_time(turns_with(bad_child)) == 6);  // the child's sleep(0) is one of them
}
