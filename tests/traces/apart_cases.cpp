#include "tests/traces/kit.hpp"

#include <chrono>
#include <thread>

// What runs apart from whoever awaits it: shielded tasks, and threads.

namespace traces {

namespace {

// The caller is cancelled at once; the shielded task runs on to its end.

aio::Coroutine<std::string> job(Log& log) {
    co_await aio::sleep(3s);
    log("job done");
    co_return "kept";
}

aio::Coroutine<> caller(Log& log, aio::Task<std::string> task) {
    try {
        co_await aio::shield(task);
    } catch (const aio::CancelledError&) {
        log("caller cancelled");
        throw;
    }
}

aio::Coroutine<> shield_outer_cancelled(Log& log) {
    const aio::Task<std::string> task = aio::create_task(job(log));
    const aio::Task<> outer = aio::create_task(caller(log, task));
    co_await aio::sleep(1s);
    outer.cancel();
    const std::string of_the_caller = co_await outcome(outer);
    log(of_the_caller);
    const std::string of_the_job = co_await outcome(task);
    log(of_the_job);
}

// to_thread gives the function's value or its error; no timer is set, so virtual time does not move
// meanwhile.

int twice(int number) {
    std::this_thread::sleep_for(10ms);
    if (number < 0) throw Err("thread");
    return number * 2;
}

aio::Coroutine<> thread_result(Log& log) {
    const int value = co_await aio::to_thread(twice, 21);
    log(text(value));
    const std::string seen = co_await outcome(aio::to_thread(twice, -1));
    log(seen);
    co_await aio::sleep(1s);
    log("end");
}

const Table table{
    {"shield_outer_cancelled", shield_outer_cancelled},
    {"thread_result", thread_result},
};

}  // namespace

}  // namespace traces
