#include "tests/traces/kit.hpp"

#include <optional>

namespace traces {

namespace {

// A child that cancels itself neither fails the group nor disturbs the others.

aio::Coroutine<> quits(Log& log) {
    co_await aio::sleep(1s);
    log("quits");
    cancel_current_task();
    co_await aio::sleep(1s);
}

aio::Coroutine<> steady(Log& log) {
    co_await aio::sleep(3s);
    log("steady done");
}

aio::Coroutine<> tg_child_cancels_itself(Log& log) {
    std::optional<aio::Task<>> quitter;
    co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
        quitter = group.create_task(quits(log));
        group.create_task(steady(log));
        co_return;
    });
    log("joined, quitter cancelled " + text(quitter->cancelled()) + " count " + text(cancel_count()));
}

// Cancelling the owner cancels the children, waits for them, and stays a plain CancelledError.

aio::Coroutine<> cleans_for_a_second(Log& log, std::string label) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
    }
    co_await aio::sleep(1s);
    log(label);
    throw aio::CancelledError();
}

aio::Coroutine<> owner(Log& log) {
    try {
        co_await aio::task_group([&log](aio::TaskGroup& group) -> aio::Coroutine<> {
            group.create_task(cleans_for_a_second(log, "child clean"));
            co_return;
        });
    } catch (const aio::CancelledError&) {
        log("owner count " + text(cancel_count()));
        throw;
    }
}

aio::Coroutine<> tg_external_cancel(Log& log) {
    const aio::Task<> task = aio::create_task(owner(log));
    co_await aio::sleep(1s);
    task.cancel();
    const std::string seen = co_await outcome(task);
    log(seen);
}

// A child that fails cancels its siblings and the body; after their cleanups the error comes out in a group.

aio::Coroutine<> bad() {
    co_await aio::sleep(1s);
    throw Err("bad");
}

aio::Coroutine<> body_of_failing(Log& log, aio::TaskGroup& group) {
    group.create_task(cleans_for_a_second(log, "sibling clean"));
    group.create_task(bad());
    try {
        co_await aio::sleep(20s);
    } catch (const aio::CancelledError&) {
        log("body cancelled");
        throw;
    }
}

aio::Coroutine<> tg_failure_cancels(Log& log) {
    const std::string seen = co_await outcome(
        aio::task_group([&log](aio::TaskGroup& group) { return body_of_failing(log, group); }));
    log(seen);
    log("count " + text(cancel_count()));
}

const Table table{
    {"tg_child_cancels_itself", tg_child_cancels_itself},
    {"tg_external_cancel", tg_external_cancel},
    {"tg_failure_cancels", tg_failure_cancels},
};

}  // namespace

}  // namespace traces
