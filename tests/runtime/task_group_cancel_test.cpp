#include "tests/runtime/support.hpp"

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
    co_return timed_out && child->cancelled() && aio::now() == 2s;
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

}  // namespace

TEST_CASE("a cancellation from outside that meets a failure comes again at the next wait") {
    std::string seen;
    CHECK(in_virtual_time(failure_and_outside_cancel(seen)));
    CHECK(seen == "1 failure in a task group\n  C: child");
}

TEST_CASE("a child that is cancelled disturbs nobody") {
    CHECK(in_virtual_time(cancels_one_child()) == "done");
}

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

TEST_CASE("a group that is left behind is cleaned up") {
    Lives lives;
    in_virtual_time(leaves_a_group_behind(lives));
    CHECK(lives.balanced());
}
