#include "tests/traces/kit.hpp"

namespace traces {

namespace {

// create_task() only queues: the child starts when its creator next suspends.

aio::Coroutine<> starts_and_ends(Log& log, int number) {
    log("child " + text(number) + " starts");
    co_await aio::sleep(1s);
    log("child " + text(number) + " ends");
}

aio::Coroutine<> order_create_task_deferred(Log& log) {
    const aio::Task<> a = aio::create_task(starts_and_ends(log, 1));
    log("created 1");
    const aio::Task<> b = aio::create_task(starts_and_ends(log, 2));
    log("created 2");
    co_await aio::sleep(0s);
    log("yielded once");
    co_await b;
    log("2 awaited");
    co_await a;
    log("1 awaited");
}

// Calling a coroutine function runs nothing; the body starts at the await.

aio::Coroutine<int> work(Log& log) {
    log("body");
    co_return 7;
}

aio::Coroutine<> order_lazy_coroutine(Log& log) {
    auto made = work(log);
    log("made");
    co_await aio::sleep(1s);
    log("not started yet");
    const int got = co_await made;
    log("got " + text(got));
}

// sleep(0) goes to the back of the queue: strict round robin.

aio::Coroutine<> laps(Log& log, std::string name) {
    for (int i = 0; i < 3; ++i) {
        log(name + text(i));
        co_await aio::sleep(0s);
    }
    log(name + " out");
}

aio::Coroutine<> order_sleep0_round_robin(Log& log) {
    co_await aio::gather(laps(log, "a"), laps(log, "b"), laps(log, "c"));
    log("end");
}

// gather wakes its awaiter two turns after the last child has ended; an empty one costs none.

aio::Coroutine<> turns_then_ends(Log& log, const Ticks& ticks, std::string name, int turns) {
    for (int i = 0; i < turns; ++i) co_await aio::sleep(0s);
    log(name + " ends @" + ticks.now());
}

aio::Coroutine<> ticks_gather(Log& log) {
    Ticks ticks;
    co_await aio::sleep(0s);
    log("start @" + ticks.now());
    co_await aio::gather(turns_then_ends(log, ticks, "a", 0), turns_then_ends(log, ticks, "b", 2));
    log("gathered @" + ticks.now());
    co_await aio::gather(turns_then_ends(log, ticks, "c", 1));
    log("gathered one @" + ticks.now());
    co_await aio::gather();
    log("gathered none @" + ticks.now());
    co_await ticks.stop();
}

// One turn from create_task() to the start, one from the end to the awaiter, none for a task that is done.

aio::Coroutine<> lives_for(Log& log, const Ticks& ticks, int turns) {
    log("child starts @" + ticks.now());
    for (int i = 0; i < turns; ++i) co_await aio::sleep(0s);
    log("child ends @" + ticks.now());
}

aio::Coroutine<> ticks_task(Log& log) {
    Ticks ticks;
    co_await aio::sleep(0s);
    for (const int turns : {0, 3}) {
        log("create @" + ticks.now());
        const aio::Task<> task = aio::create_task(lives_for(log, ticks, turns));
        co_await task;
        log("awaited @" + ticks.now());
        co_await task;
        log("again @" + ticks.now());
    }
    co_await ticks.stop();
}

// Sleepers with one deadline wake in the order in which they went to sleep.

aio::Coroutine<> sleeper(Log& log, int number) {
    co_await aio::sleep(1s);
    log(text(number));
}

aio::Coroutine<> tie_equal_sleeps(Log& log) {
    std::vector<aio::Coroutine<>> sleepers;
    for (int i = 0; i < 12; ++i) sleepers.push_back(sleeper(log, i));
    co_await aio::gather(sleepers);
}

const Table table{
    {"order_create_task_deferred", order_create_task_deferred},
    {"order_lazy_coroutine", order_lazy_coroutine},
    {"order_sleep0_round_robin", order_sleep0_round_robin},
    {"ticks_gather", ticks_gather},
    {"ticks_task", ticks_task},
    {"tie_equal_sleeps", tie_equal_sleeps},
};

}  // namespace

}  // namespace traces
