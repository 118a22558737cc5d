#include "tests/traces/kit.hpp"

#include <optional>

namespace traces {

namespace {

// A failed task whose last handle is dropped unseen is reported at that moment, once.

aio::Coroutine<> fails_unseen() {
    co_await aio::sleep(1s);
    throw Err("unseen");
}

aio::Coroutine<> exc_never_retrieved(Log& log) {
    std::optional<aio::Task<>> task = aio::create_task(fails_unseen());
    co_await aio::sleep(2s);
    log("dropping");
    task.reset();
    log("dropped");
    co_await aio::sleep(1s);
    log("end");
}

// When main returns, a task that still runs is cancelled, and its cleanup is run to the end.

aio::Coroutine<> cleans_for_two_seconds(Log& log) {
    bool cancelled = false;
    try {
        co_await aio::sleep(1000s);
    } catch (const aio::CancelledError&) {
        cancelled = true;
    }
    log("cleaning");
    co_await aio::sleep(2s);
    log("clean");
    if (cancelled) throw aio::CancelledError();
}

aio::Coroutine<> run_cancels_leftover(Log& log) {
    const aio::Task<> left = aio::create_task(cleans_for_two_seconds(log));
    co_await aio::sleep(1s);
    log("main returns");
}

// main throws: what is left is cleaned up first, then the error comes out of run().

aio::Coroutine<> says_when_cleaned(Log& log) {
    try {
        co_await aio::sleep(1000s);
    } catch (const aio::CancelledError&) {
        log("leftover cleaned");
        throw;
    }
}

aio::Coroutine<> run_main_raises(Log& log) {
    const aio::Task<> left = aio::create_task(says_when_cleaned(log));
    co_await aio::sleep(1s);
    log("main raises");
    throw Err("main");
}

const Table table{
    {"exc_never_retrieved", exc_never_retrieved},
    {"run_cancels_leftover", run_cancels_leftover},
    {"run_main_raises", run_main_raises},
};

}  // namespace

}  // namespace traces
