#include "tests/runtime/support.hpp"
#include "tests/runtime/turns.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

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
    // A name of its own: g++ 12 destroys a temporary lambda twice when it holds more than references.
    auto body = [&, name](TaskGroup& group) -> aio::Coroutine<> {
        auto named = number_after(1, 3s);
        a = group.create_task(named, "first");
        co_await aio::sleep(1s);
        b = group.create_task(number_after(static_cast<int>(name.size()), 1s));
    };
    co_await aio::task_group(std::move(body));
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

// Both groups fail in one turn. The inner one must take back only its own cancellation, or the outer one's is
// lost.
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

aio::Coroutine<> waits_for_a_slot(aio::Semaphore& slots) { const auto slot = co_await slots.acquire(); }

aio::Coroutine<> deadlocked() {
    aio::Semaphore slots(0);
    co_await aio::task_group([&](TaskGroup& group) -> aio::Coroutine<> {
        group.create_task(waits_for_a_slot(slots), "thirsty");
        co_return;
    });
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
    const int turns = co_await turns_of([body] { return aio::task_group(body); });
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
    CHECK(in_virtual_time(body_fails()) ==
          "1 failure in a task group\n  the body of the task group: of the body");
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

TEST_CASE("a task group costs the turns it costs in asyncio") {
    CHECK(in_virtual_time(turns_with(empty_body)) == 0);
    CHECK(in_virtual_time(turns_with(one_child)) == 3);
    CHECK(in_virtual_time(turns_with(body_raises)) == 3);
    CHECK(in_virtual_time(turns_with(bad_child)) == 6);  // the child's sleep(0) is one of them
}
