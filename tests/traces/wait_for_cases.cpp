#include "runtime/sync/event.hpp"
#include "tests/traces/kit.hpp"

namespace traces {

namespace {

// The inner task ends and the caller is cancelled in the same turn: the cancellation is not lost.

aio::Coroutine<std::string> value_when(aio::Event& event) {
    co_await event.wait();
    co_return "value";
}

aio::Coroutine<std::string> waits_five_seconds_for(Log& log, aio::Task<std::string> task) {
    const std::string value = co_await aio::wait_for(task, 5s);
    log("caller got " + value);
    co_return "cancel was lost";
}

aio::Coroutine<> wait_for_cancel_races_result(Log& log) {
    aio::Event event;
    const aio::Task<std::string> task = aio::create_task(value_when(event));
    const aio::Task<std::string> caller = aio::create_task(waits_five_seconds_for(log, task));
    co_await aio::sleep(1s);
    event.set();
    co_await aio::sleep(0s);
    const std::string done = text(task.done());
    log("job done " + done + " cancel " + text(caller.cancel()));
    const std::string seen = co_await outcome(caller);
    log(seen);
}

// The time is over and the cleanup throws: that error does not hide behind TimeoutError.

aio::Coroutine<> fails_in_cleanup() {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        throw Err("cleanup");
    }
}

aio::Coroutine<> wait_for_error_in_cleanup(Log& log) {
    const std::string seen = co_await outcome(aio::wait_for(fails_in_cleanup(), 1s));
    log(seen);
}

// With zero or less a coroutine never begins, unlike under timeout(0s); a task that has ended gives its
// value.

aio::Coroutine<std::string> says_it_runs(Log& log) {
    log("body runs");
    co_return "value";
}

aio::Coroutine<> wait_for_zero(Log& log) {
    const std::string zero = co_await outcome(aio::wait_for(says_it_runs(log), 0s));
    log(zero);
    const std::string less = co_await outcome(aio::wait_for(says_it_runs(log), -1s));
    log(less);
    const aio::Task<std::string> task = aio::create_task(says_it_runs(log));
    co_await aio::sleep(1s);
    const std::string ended = co_await outcome(aio::wait_for(task, 0s));
    log(ended);
}

const Table table{
    {"wait_for_cancel_races_result", wait_for_cancel_races_result},
    {"wait_for_error_in_cleanup", wait_for_error_in_cleanup},
    {"wait_for_zero", wait_for_zero},
};

}  // namespace

}  // namespace traces
