#include "tests/traces/kit.hpp"

namespace traces {

namespace {

// The cancellation is thrown at the await where the task waits, the next turn, not at cancel().

aio::Coroutine<> told_of_cancellation(Log& log) {
    log("child starts");
    try {
        co_await aio::sleep(10s);
        log("not reached");
    } catch (const aio::CancelledError&) {
        log("child sees it");
        throw;
    }
}

aio::Coroutine<> cancel_at_await(Log& log) {
    const aio::Task<> child = aio::create_task(told_of_cancellation(log));
    co_await aio::sleep(1s);
    log("cancel: " + text(child.cancel()));
    log("done yet " + text(child.done()));
    const std::string seen = co_await outcome(child);
    log(seen);
    log("done " + text(child.done()) + " cancelled " + text(child.cancelled()));
}

// Where the awaited task swallows the cancellation, the awaiting one never sees it and goes on.

aio::Coroutine<std::string> swallows_and_returns(Log& log) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        log("inner swallows");
    }
    co_return "value";
}

aio::Coroutine<std::string> awaits_it(Log& log, aio::Task<std::string> inner) {
    const std::string value = co_await inner;
    log("outer got " + value);
    co_await aio::sleep(1s);
    co_return "finished";
}

aio::Coroutine<> cancel_awaited_task_swallows(Log& log) {
    const aio::Task<std::string> inner = aio::create_task(swallows_and_returns(log));
    const aio::Task<std::string> outer = aio::create_task(awaits_it(log, inner));
    co_await aio::sleep(1s);
    outer.cancel();
    const std::string seen = co_await outcome(outer);
    log(seen);
    log("outer cancelled " + text(outer.cancelled()) + " count " + text(cancel_count(outer)));
}

// A task cancelled before its first turn never runs its body.

struct Finally {
    Log& log;
    const char* label;
    ~Finally() { log(label); }
};

aio::Coroutine<> body(Log& log) {
    const Finally finally{log, "finally"};
    log("body");
    co_return;
}

aio::Coroutine<> cancel_before_start(Log& log) {
    const aio::Task<> child = aio::create_task(body(log));
    log("cancel: " + text(child.cancel()));
    const std::string seen = co_await outcome(child);
    log(seen);
    log("cancelled " + text(child.cancelled()));
}

// A second cancel() interrupts the await inside the first one's cleanup.

aio::Coroutine<> cleans_slowly(Log& log) {
    try {
        co_await aio::sleep(10s);
        co_return;
    } catch (const aio::CancelledError&) {  // the cleanup awaits, so it must be outside the catch block
    }
    log("cleanup starts");
    const Finally finally{log, "cleanup cut"};
    co_await aio::sleep(5s);
    log("cleanup ends");
}

aio::Coroutine<> cancel_during_cleanup(Log& log) {
    const aio::Task<> child = aio::create_task(cleans_slowly(log));
    co_await aio::sleep(1s);
    child.cancel();
    co_await aio::sleep(1s);
    const bool again = child.cancel();
    log("again " + text(again) + " count " + text(cancel_count(child)));
    const std::string seen = co_await outcome(child);
    log(seen);
}

// Who catches ordinary errors lets CancelledError through.

aio::Coroutine<> catches_ordinary_errors(Log& log) {
    for (;;) {
        try {
            co_await aio::sleep(10s);
        } catch (const std::exception& error) {
            log("swallowed "s + error.what());
        }
    }
}

aio::Coroutine<> cancel_not_std_exception(Log& log) {
    const aio::Task<> child = aio::create_task(catches_ordinary_errors(log));
    co_await aio::sleep(1s);
    child.cancel();
    const std::string seen = co_await outcome(child);
    log(seen);
}

// Each cancel() throws once: a loop that swallows needs one cancel() a round.

aio::Coroutine<std::string> cat(Log& log) {
    for (int life = 0; life < 3; ++life) {
        try {
            co_await aio::sleep(100s);
        } catch (const aio::CancelledError&) {
            log("life " + text(life) + " lost");
        }
    }
    co_return "out of lives";
}

aio::Coroutine<> cancel_retry_loop(Log& log) {
    const aio::Task<std::string> task = aio::create_task(cat(log));
    for (int i = 0; i < 3; ++i) {
        co_await aio::sleep(1s);
        log("cancel " + text(task.cancel()));
    }
    const std::string seen = co_await outcome(task);
    log(seen);
    log("count " + text(cancel_count(task)) + " cancelled " + text(task.cancelled()) + " again " +
        text(task.cancel()));
}

// A task cancelled by code it calls, with no await left, ends cancelled although it returned.

aio::Coroutine<std::string> stop_current() {
    cancel_current_task();
    co_return "stopping";
}

aio::Coroutine<int> stopped_by_a_helper(Log& log) {
    const std::string said = co_await stop_current();
    log(said);
    const Finally finally{log, "child returns"};
    co_return 42;
}

aio::Coroutine<> cancel_self_through_helper(Log& log) {
    const aio::Task<int> child = aio::create_task(stopped_by_a_helper(log));
    const std::string seen = co_await outcome(child);
    log(seen);
    log("cancelled " + text(child.cancelled()));
}

// A task may swallow the cancellation and return a value; then it is not cancelled.

aio::Coroutine<int> stubborn(Log& log) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        log("swallowed");
    }
    co_await aio::sleep(2s);
    log("went on");
    co_return 42;
}

aio::Coroutine<> cancel_swallow(Log& log) {
    const aio::Task<int> task = aio::create_task(stubborn(log));
    co_await aio::sleep(1s);
    task.cancel();
    const std::string seen = co_await outcome(task);
    log(seen);
    log("cancelled " + text(task.cancelled()) + " count " + text(cancel_count(task)));
}

// Every request counts; uncancel() takes one back and never goes below zero.

aio::Coroutine<std::string> takes_back(Log& log) {
    log("start " + text(cancel_count()));
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        log("caught " + text(cancel_count()));
        for (int i = 0; i < 3; ++i) log("uncancel " + text(uncancel()));
    }
    co_await aio::sleep(1s);
    co_return "alive";
}

aio::Coroutine<> cancel_counts(Log& log) {
    const aio::Task<std::string> task = aio::create_task(takes_back(log));
    co_await aio::sleep(1s);
    task.cancel();
    task.cancel();
    const std::string seen = co_await outcome(task);
    log(seen);
}

const Table table{
    {"cancel_at_await", cancel_at_await},
    {"cancel_awaited_task_swallows", cancel_awaited_task_swallows},
    {"cancel_before_start", cancel_before_start},
    {"cancel_counts", cancel_counts},
    {"cancel_during_cleanup", cancel_during_cleanup},
    {"cancel_not_std_exception", cancel_not_std_exception},
    {"cancel_retry_loop", cancel_retry_loop},
    {"cancel_self_through_helper", cancel_self_through_helper},
    {"cancel_swallow", cancel_swallow},
};

}  // namespace

}  // namespace traces
