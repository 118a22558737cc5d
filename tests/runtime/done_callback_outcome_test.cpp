#include "tests/runtime/turn_log.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <exception>
#include <stdexcept>
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

aio::Coroutine<int> fails(Log& log) {
    log("task ends");
    throw std::runtime_error("task failed");
    co_return 0;
}

aio::Coroutine<int> for_ever() {
    for (;;) co_await aio::sleep(0s);
}

auto says(Log& log, const std::string& name) {
    return [&log, name](const aio::AnyTask& task) { log(name + " " + text(task.done())); };
}

auto says_cancelled(Log& log, const std::string& start = "") {
    return [&log, start](const aio::AnyTask& task) { log(start + "cancelled " + text(task.cancelled())); };
}

void tell_removed(Log& log, std::size_t count) { log("removed " + std::to_string(count)); }

aio::Coroutine<> removed(Log& log) {
    const auto task = aio::create_task(late(log, 2));
    const auto a = task.add_done_callback(says(log, "a"));
    const auto b = task.add_done_callback(says(log, "b"));
    task.add_done_callback(says(log, "c"));
    tell_removed(log, task.remove_done_callback(b));
    tell_removed(log, task.remove_done_callback(b));
    co_await turns(6);
    tell_removed(log, task.remove_done_callback(a));
}
constexpr auto removed_logs =
    "1 removed 1\n1 removed 0\n4 task ends\n5 a True\n5 c True\n7 removed 0\n7 main ends\n";

aio::Coroutine<> removed_by_another(Log& log) {
    const auto task = aio::create_task(number(log));
    aio::DoneCallbackId b{};
    task.add_done_callback(
        [&](const aio::Task<int>& ended) { tell_removed(log, ended.remove_done_callback(b)); });
    b = task.add_done_callback(says(log, "b"));
    co_await turns(5);
}
constexpr auto removed_by_another_logs = "2 task ends\n3 removed 0\n3 b True\n6 main ends\n";

aio::Coroutine<> removed_once_due(Log& log) {
    const auto task = aio::create_task(number(log));
    co_await turns(3);
    const auto a = task.add_done_callback(says(log, "a"));
    tell_removed(log, task.remove_done_callback(a));
    co_await turns(3);
}
constexpr auto removed_once_due_logs = "2 task ends\n4 removed 0\n5 a True\n7 main ends\n";

aio::Coroutine<> throws(Log& log) {
    const auto task = aio::create_task(number(log));
    task.add_done_callback(says(log, "before"));
    task.add_done_callback([&log](const auto&) {
        log("bad");
        throw std::runtime_error("in a callback");
    });
    task.add_done_callback(says(log, "after"));
    co_await turns(4);
    log(std::to_string(task.result()));
}
constexpr auto throws_logs =
    "2 task ends\n3 before True\n3 bad\n3 reported: in a callback\n3 after True\n5 7\n5 main ends\n";

aio::Coroutine<> throws_cancelled(Log& log) {
    const auto task = aio::create_task(number(log));
    task.add_done_callback([&log](const auto&) {
        log("bad");
        throw aio::CancelledError();
    });
    task.add_done_callback(says(log, "after"));
    co_await turns(4);
}
constexpr auto throws_cancelled_logs =
    "2 task ends\n3 bad\n3 reported: CancelledError\n3 after True\n5 main ends\n";

aio::Coroutine<> task_cancelled(Log& log) {
    const auto task = aio::create_task(for_ever());
    co_await turns(2);
    task.add_done_callback(says_cancelled(log));
    log("cancel");
    task.cancel();
    co_await turns(5);
}
constexpr auto task_cancelled_logs = "3 cancel\n5 cancelled True\n8 main ends\n";

aio::Coroutine<> cancelled_before_its_start(Log& log) {
    const auto task = aio::create_task(for_ever());
    task.add_done_callback(says_cancelled(log));
    log("cancel");
    task.cancel();
    co_await turns(4);
}
constexpr auto cancelled_before_its_start_logs = "1 cancel\n3 cancelled True\n5 main ends\n";

std::string what(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    }
}

aio::Coroutine<> fails_and_the_callback_looks(Log& log) {
    aio::create_task(fails(log)).add_done_callback([&log](const aio::Task<int>& task) {
        log("failed with " + what(task.error()));
    });
    co_await turns(4);
}
constexpr auto fails_and_the_callback_looks_logs = "2 task ends\n3 failed with task failed\n5 main ends\n";

aio::Coroutine<> fails_and_nobody_looks(Log& log) {
    aio::create_task(fails(log)).add_done_callback(says(log, "callback"));
    co_await turns(4);
}
constexpr auto fails_and_nobody_looks_logs =
    "2 task ends\n3 callback True\n3 reported: task failed\n5 main ends\n";

aio::Coroutine<> due_as_run_ends(Log& log) {
    const auto task = aio::create_task(number(log));
    co_await turns(2);
    task.add_done_callback(says(log, "still called"));
}
constexpr auto due_as_run_ends_logs = "2 task ends\n3 main ends\n4 still called True\n";

aio::Coroutine<> of_a_task_that_run_cancels(Log& log) {
    const auto task = aio::create_task(for_ever());
    task.add_done_callback(says_cancelled(log));
    co_await turns(2);
}
constexpr auto of_a_task_that_run_cancels_logs = "3 main ends\n4 cancelled True\n";

}  // namespace

TEST_CASE("a done callback can be removed until its task has ended") {
    CHECK(logged(removed) == removed_logs);
    CHECK(logged(removed_by_another) == removed_by_another_logs);
    CHECK(logged(removed_once_due) == removed_once_due_logs);
}

TEST_CASE("what a done callback throws is reported, and disturbs nobody") {
    CHECK(logged(throws) == throws_logs);
    CHECK(logged(throws_cancelled) == throws_cancelled_logs);
}

TEST_CASE("a done callback is called for a task that was cancelled, or has failed") {
    CHECK(logged(task_cancelled) == task_cancelled_logs);
    CHECK(logged(cancelled_before_its_start) == cancelled_before_its_start_logs);
    CHECK(logged(fails_and_the_callback_looks) == fails_and_the_callback_looks_logs);
    CHECK(logged(fails_and_nobody_looks) == fails_and_nobody_looks_logs);
}

TEST_CASE("a done callback that is due as run() ends is still called") {
    CHECK(logged(due_as_run_ends) == due_as_run_ends_logs);
    CHECK(logged(of_a_task_that_run_cancels) == of_a_task_that_run_cancels_logs);
}
