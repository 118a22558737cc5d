#include "tests/traces/kit.hpp"

#include <tuple>

namespace traces {

namespace {

// Ten thousand children: started in order, results in order, one step of time.

aio::Coroutine<int> one_of_many(std::vector<int>& started, int number) {
    started.push_back(number);
    co_await aio::sleep(std::chrono::seconds(1 + (number * 7919) % 5));
    co_return number;
}

aio::Coroutine<> gather_10k(Log& log) {
    std::vector<int> started;
    std::vector<int> numbers;
    std::vector<aio::Coroutine<int>> jobs;
    long sum = 0;
    for (int i = 0; i < 10'000; ++i) {
        numbers.push_back(i);
        jobs.push_back(one_of_many(started, i));
    }
    const std::vector<int> results = co_await aio::gather(jobs);
    for (const int result : results) sum += result;
    log("in order " + text(results == numbers) + ", started in order " + text(started == results));
    log("sum " + std::to_string(sum));
}

// A cancelled gather waits for its children's cleanup, the slow ones too.

aio::Coroutine<> tidies(Log& log, std::string name, aio::Duration tidy) {
    bool cancelled = false;
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        cancelled = true;
    }
    log(name + " cleaning");
    co_await aio::sleep(tidy);
    log(name + " clean");
    if (cancelled) throw aio::CancelledError();
}

aio::Coroutine<> outer_sees_it(Log& log) {
    try {
        co_await aio::gather(tidies(log, "a", 3s), tidies(log, "b", 1s));
    } catch (const aio::CancelledError&) {
        log("outer sees it");
        throw;
    }
}

aio::Coroutine<> gather_cancel_slow_cleanup(Log& log) {
    const aio::Task<> task = aio::create_task(outer_sees_it(log));
    co_await aio::sleep(1s);
    task.cancel();
    const std::string seen = co_await outcome(task);
    log(seen);
    co_await aio::sleep(5s);
    log("end");
}

// Where all children swallow the cancellation and return, the cancelled gather throws it all the same.

aio::Coroutine<std::string> swallows(Log& log, std::string name) {
    try {
        co_await aio::sleep(10s);
    } catch (const aio::CancelledError&) {
        log(name + " swallows");
    }
    co_return name;
}

aio::Coroutine<> gathers_two(Log& log) {
    const auto [a, b] = co_await aio::gather(swallows(log, "a"), swallows(log, "b"));
    log("results " + a + " " + b);
}

aio::Coroutine<> gather_children_swallow_cancel(Log& log) {
    const aio::Task<> task = aio::create_task(gathers_two(log));
    co_await aio::sleep(1s);
    task.cancel();
    const std::string seen = co_await outcome(task);
    log(seen);
    log("cancelled " + text(task.cancelled()));
}

// What becomes of the others when one child fails.

aio::Coroutine<> may_fail(Log& log, std::string name, aio::Duration length, bool fail) {
    try {
        co_await aio::sleep(length);
        if (fail) throw Err(name);
        log(name + " done");
    } catch (const aio::CancelledError&) {
        log(name + " cancelled");
        throw;
    }
}

aio::Coroutine<> gather_error_siblings_run_on(Log& log) {
    const std::string seen = co_await outcome(aio::gather(
        may_fail(log, "a", 2s, false), may_fail(log, "b", 1s, true), may_fail(log, "c", 3s, false)));
    log(seen);
    co_await aio::sleep(5s);
    log("end");
}

// A timeout around a gather: the children clean up first, in argument order, then TimeoutError.

struct Finally {
    Log& log;
    std::string label;
    ~Finally() { log(label); }
};

aio::Coroutine<> has_a_finally(Log& log, std::string name, aio::Duration length) {
    const Finally finally{log, name + " finally"};
    try {
        co_await aio::sleep(length);
        log(name + " done");
    } catch (const aio::CancelledError&) {
        log(name + " cancelled");
        throw;
    }
}

aio::Coroutine<> gather_in_timeout_cleanup(Log& log) {
    const std::string seen = co_await outcome(aio::timeout(
        3s,
        aio::gather(has_a_finally(log, "a", 5s), has_a_finally(log, "b", 1s), has_a_finally(log, "c", 4s))));
    log(seen);
    log("end");
}

// Results come in argument order, whoever ends first.

aio::Coroutine<std::string> named(Log& log, std::string name, aio::Duration length) {
    co_await aio::sleep(length);
    log(name + " done");
    co_return name;
}

aio::Coroutine<> gather_result_order(Log& log) {
    const auto [a, b, c] =
        co_await aio::gather(named(log, "a", 3s), named(log, "b", 1s), named(log, "c", 2s));
    log(a + " " + b + " " + c);
}

// return_exceptions: values, errors and cancelled children, each in its place.

aio::Coroutine<std::string> fine() {
    co_await aio::sleep(2s);
    co_return "ok";
}

aio::Coroutine<> bad() {
    co_await aio::sleep(1s);
    throw Err("bad");
}

aio::Coroutine<> gone() { co_await aio::sleep(10s); }

aio::Coroutine<std::string> killer(aio::Task<> victim) {
    co_await aio::sleep(1500ms);
    victim.cancel();
    co_return "killer";
}

aio::Coroutine<> gather_return_exceptions(Log& log) {
    const aio::Task<> victim = aio::create_task(gone());
    const auto [a, b, c, d] =
        co_await aio::gather(aio::return_exceptions, fine(), bad(), victim, killer(victim));
    log(a.value());
    log(spelling(b.error()));
    log(spelling(c.error()));
    log(d.value());
}

const Table table{
    {"gather_10k", gather_10k},
    {"gather_cancel_slow_cleanup", gather_cancel_slow_cleanup},
    {"gather_children_swallow_cancel", gather_children_swallow_cancel},
    {"gather_error_siblings_run_on", gather_error_siblings_run_on},
    {"gather_in_timeout_cleanup", gather_in_timeout_cleanup},
    {"gather_result_order", gather_result_order},
    {"gather_return_exceptions", gather_return_exceptions},
};

}  // namespace

}  // namespace traces
