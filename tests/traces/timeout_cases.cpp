#include "tests/traces/kit.hpp"

#include <optional>

namespace traces {

namespace {

aio::Coroutine<std::string> value_after(aio::Duration length) {
    co_await aio::sleep(length);
    co_return "value";
}

// A body due exactly at the deadline: the deadline was set first and wins.

aio::Coroutine<> tie_timeout_vs_body(Log& log) {
    for (const aio::Duration length : {1000ms, 999ms, 1001ms}) {
        const std::string seen = co_await outcome(aio::timeout(1s, value_after(length)));
        log(seen);
    }
}

// A task that once swallowed a cancellation (its count stays 1) can still use timeout().

aio::Coroutine<std::string> swallows_then_times_out(Log& log) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        log("swallowed, count " + text(cancel_count()));
    }
    const std::string late = co_await outcome(aio::timeout(1s, aio::sleep(5s)));
    log(late);
    const std::string in_time = co_await outcome(aio::timeout(5s, value_after(1s)));
    log(in_time);
    co_return "count " + text(cancel_count());
}

aio::Coroutine<> timeout_after_swallowed_cancel(Log& log) {
    const aio::Task<std::string> task = aio::create_task(swallows_then_times_out(log));
    co_await aio::sleep(1s);
    task.cancel();
    const std::string seen = co_await outcome(task);
    log(seen);
}

// A body that swallows the cancellation and returns: its value, no TimeoutError, the count back at 0.

aio::Coroutine<std::string> swallows_and_goes_on(Log& log) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        log("swallowed");
    }
    co_await aio::sleep(1s);
    co_return "value";
}

aio::Coroutine<> timeout_body_swallows(Log& log) {
    const std::string seen = co_await outcome(aio::timeout(2s, swallows_and_goes_on(log)));
    log(seen);
    log("count " + text(cancel_count()));
    co_await aio::sleep(1s);
    log("end");
}

// The deadline and a cancel() from outside at one instant: the cancel() must not be eaten.

aio::Coroutine<> under_a_timeout(Log& log) {
    try {
        co_await aio::timeout(2s, aio::sleep(10s));
    } catch (const aio::TimeoutError&) {
        log("TimeoutError");
    } catch (const aio::CancelledError&) {
        log("CancelledError count " + text(cancel_count()));
        throw;
    }
    co_await aio::sleep(1s);
    log("went on");
}

aio::Coroutine<> cancels_at_two(Log& log, const std::optional<aio::Task<>>& victim) {
    co_await aio::sleep(2s);
    log("cancel " + text(victim->cancel()));
}

aio::Coroutine<> timeout_external_cancel_same_time(Log& log) {
    std::optional<aio::Task<>> victim;
    const aio::Task<> killer = aio::create_task(cancels_at_two(log, victim));
    victim = aio::create_task(under_a_timeout(log));
    const std::string seen = co_await outcome(*victim);
    log(seen);
    log("cancelled " + text(victim->cancelled()));
    co_await killer;
}

// Past the deadline the body sees CancelledError and the caller TimeoutError; the count is back at 0.

aio::Coroutine<> says_it_was_cancelled(Log& log, std::string label, aio::Duration length) {
    try {
        co_await aio::sleep(length);
    } catch (const aio::CancelledError&) {
        log(label);
        throw;
    }
}

aio::Coroutine<> timeout_fires(Log& log) {
    try {
        co_await aio::timeout(2s, says_it_was_cancelled(log, "body cancelled", 10s));
        log("not reached");
    } catch (const aio::TimeoutError&) {
        log("TimeoutError");
    }
    log("count " + text(cancel_count()));
    co_await aio::sleep(1s);
    log("end");
}

// The outer deadline comes first: to the inner timeout that is a plain cancellation, and not its own.

aio::Coroutine<> inner_timeout(Log& log) {
    try {
        co_await aio::timeout(5s, aio::sleep(10s));
    } catch (const aio::TimeoutError&) {
        log("inner TimeoutError");
    } catch (const aio::CancelledError&) {
        log("inner saw CancelledError");
        throw;
    }
}

aio::Coroutine<> timeout_nested_outer_first(Log& log) {
    const std::string seen = co_await outcome(aio::timeout(2s, inner_timeout(log)));
    log(seen);
}

// Timeouts one after the other: an old deadline never hits later code.

aio::Coroutine<int> seconds_slept(int seconds) {
    co_await aio::sleep(std::chrono::seconds(seconds));
    co_return seconds;
}

aio::Coroutine<> timeout_sequence(Log& log) {
    for (const int seconds : {1, 3, 2, 1}) {
        const std::string seen = co_await outcome(aio::timeout(2500ms, seconds_slept(seconds)));
        log(seen);
    }
    co_await aio::sleep(10s);
    log("count " + text(cancel_count()));
}

// timeout(0): the body runs to its first wait, then the time is over; a body that never waits gets through.

aio::Coroutine<> suspends(Log& log) {
    log("runs");
    co_await aio::sleep(0s);
    log("not reached");
}

aio::Coroutine<std::string> straight(Log& log) {
    log("runs through");
    co_return "value";
}

aio::Coroutine<> timeout_zero(Log& log) {
    const std::string cut = co_await outcome(aio::timeout(0s, suspends(log)));
    log(cut);
    const std::string whole = co_await outcome(aio::timeout(0s, straight(log)));
    log(whole);
    co_await aio::sleep(1s);
    log("end");
}

const Table table{
    {"tie_timeout_vs_body", tie_timeout_vs_body},
    {"timeout_after_swallowed_cancel", timeout_after_swallowed_cancel},
    {"timeout_body_swallows", timeout_body_swallows},
    {"timeout_external_cancel_same_time", timeout_external_cancel_same_time},
    {"timeout_fires", timeout_fires},
    {"timeout_nested_outer_first", timeout_nested_outer_first},
    {"timeout_sequence", timeout_sequence},
    {"timeout_zero", timeout_zero},
};

}  // namespace

}  // namespace traces
