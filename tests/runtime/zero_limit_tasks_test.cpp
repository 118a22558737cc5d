#include "tests/runtime/zero_limit.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace support;

aio::Coroutine<int> late(TurnLog& log, int count) {
    try {
        co_await turns(count);
    } catch (const aio::CancelledError&) {
        log("task cancelled");
        throw;
    }
    log("task ends");
    co_return 7;
}

aio::Coroutine<int> swallows(TurnLog& log) {
    try {
        co_await aio::sleep(1h);
    } catch (const aio::CancelledError&) {
        log("swallows");
    }
    co_await turns(1);
    co_return 8;
}

aio::Coroutine<int> at_once(TurnLog& log) {
    log("runs");
    co_return 3;
}

aio::Coroutine<int> yields(TurnLog& log) {
    log("runs");
    co_await aio::sleep(0s);
    log("goes on");
    co_return 3;
}

aio::Coroutine<> task_pending(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 9));
    co_await turns(1);
    const auto make = [&] { return task; };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> task_not_begun(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 9));
    const auto make = [&] { return task; };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> task_ends_soon(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 1));
    co_await turns(1);
    const auto make = [&] { return task; };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> task_done(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 0));
    co_await turns(2);
    const auto make = [&] { return task; };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> task_cancelled(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 9));
    co_await turns(1);
    task.cancel();
    co_await turns(2);
    const auto make = [&] { return task; };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> task_swallows(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(swallows(log));
    co_await turns(1);
    const auto make = [&] { return task; };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> coroutine_at_once(TurnLog& log, Limit limit) {
    const auto make = [&] { return at_once(log); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> coroutine_yields(TurnLog& log, Limit limit) {
    const auto make = [&] { return yields(log); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> coroutine_waits(TurnLog& log, Limit limit) {
    const auto make = [&] { return late(log, 9); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> shield_pending(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 3));
    co_await turns(1);
    const auto make = [&] { return aio::shield(task); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> shield_done(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 0));
    co_await turns(2);
    const auto make = [&] { return aio::shield(task); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> shield_ends_soon(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 1));
    co_await turns(1);
    const auto make = [&] { return aio::shield(task); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> shield_of_a_coroutine(TurnLog& log, Limit limit) {
    const auto make = [&] { return aio::shield(late(log, 3)); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

const std::vector<ZeroCase> ones{
    {"task_pending", task_pending, "1 task cancelled, 3 TimeoutError, 3 done True, 8 done True",
     "2 task cancelled, 3 TimeoutError, 3 done True, 8 done True"},
    {"task_not_begun", task_not_begun, "3 TimeoutError, 3 done True, 8 done True",
     "2 task cancelled, 3 TimeoutError, 3 done True, 8 done True"},
    {"task_ends_soon", task_ends_soon, "1 task cancelled, 3 TimeoutError, 3 done True, 8 done True",
     "1 task ends, 2 TimeoutError, 2 done True, 7 done True"},
    {"task_done", task_done, "1 task ends, 0 gave 7, 0 done True, 5 done True",
     "1 task ends, 0 gave 7, 0 done True, 5 done True"},
    {"task_cancelled", task_cancelled, "2 task cancelled, 0 CancelledError, 0 done True, 5 done True",
     "2 task cancelled, 0 CancelledError, 0 done True, 5 done True"},
    {"task_swallows", task_swallows, "1 swallows, 4 gave 8, 4 done True, 9 done True",
     "2 swallows, 4 gave 8, 4 done True, 9 done True"},
    {"coroutine_at_once", coroutine_at_once, "3 TimeoutError, 3 -, 8 -", "0 runs, 0 gave 3, 0 -, 5 -"},
    {"coroutine_yields", coroutine_yields, "3 TimeoutError, 3 -, 8 -", "0 runs, 1 TimeoutError, 1 -, 6 -"},
    {"coroutine_waits", coroutine_waits, "3 TimeoutError, 3 -, 8 -",
     "1 task cancelled, 1 TimeoutError, 1 -, 6 -"},
    {"shield_pending", shield_pending, "2 TimeoutError, 2 done False, 3 task ends, 7 done True",
     "2 TimeoutError, 2 done False, 3 task ends, 7 done True"},
    {"shield_done", shield_done, "1 task ends, 0 gave 7, 0 done True, 5 done True",
     "1 task ends, 0 gave 7, 0 done True, 5 done True"},
    {"shield_ends_soon", shield_ends_soon, "1 task ends, 2 TimeoutError, 2 done True, 7 done True",
     "1 task ends, 2 TimeoutError, 2 done True, 7 done True"},
    {"shield_of_a_coroutine", shield_of_a_coroutine, "2 TimeoutError, 2 -, 4 task ends, 7 -",
     "2 TimeoutError, 2 -, 4 task ends, 7 -"},
};

aio::Coroutine<> gather_of_an_item_and_a_wait(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    queue.put_nowait(1);
    aio::Event event;
    const auto make = [&] { return aio::gather(queue.get(), event.wait()); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_of_items(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    queue.put_nowait(1);
    queue.put_nowait(2);
    const auto make = [&] { return aio::gather(queue.get(), queue.get()); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_of_a_done_task(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 0));
    co_await turns(2);
    const auto make = [&] { return aio::gather(task); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_of_a_done_and_a_pending_task(TurnLog& log, Limit limit) {
    const auto ended = aio::create_task(late(log, 0));
    co_await turns(2);
    const auto task = aio::create_task(late(log, 9));
    co_await turns(1);
    const auto make = [&] { return aio::gather(ended, task); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_of_pending_tasks(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 9));
    const auto other = aio::create_task(late(log, 9));
    co_await turns(1);
    const auto make = [&] { return aio::gather(task, other); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_of_a_shield(TurnLog& log, Limit limit) {
    const auto task = aio::create_task(late(log, 3));
    co_await turns(1);
    const auto make = [&] { return aio::gather(aio::shield(task)); };
    const auto state = [&] { return "done " + text(task.done()); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_of_nothing(TurnLog& log, Limit limit) {
    const auto make = [] { return aio::gather(); };
    const auto state = [] { return std::string("-"); };
    co_await no_time(log, limit, make, state);
}

aio::Coroutine<> gather_with_return_exceptions(TurnLog& log, Limit limit) {
    aio::Queue<int> queue;
    queue.put_nowait(1);
    const auto task = aio::create_task(late(log, 9));
    co_await turns(1);
    const auto make = [&] { return aio::gather(aio::return_exceptions, queue.get(), task); };
    const auto state = [&] { return "size " + std::to_string(queue.size()); };
    co_await no_time(log, limit, make, state);
}

const std::vector<ZeroCase> gathers{
    {"gather_of_an_item_and_a_wait", gather_of_an_item_and_a_wait, "4 TimeoutError, 4 size 1, 9 size 1",
     "4 TimeoutError, 4 size 0, 9 size 0"},
    {"gather_of_items", gather_of_items, "4 TimeoutError, 4 size 2, 9 size 2",
     "3 TimeoutError, 3 size 0, 8 size 0"},
    {"gather_of_a_done_task", gather_of_a_done_task, "1 task ends, 0 gave it, 0 done True, 5 done True",
     "1 task ends, 0 gave it, 0 done True, 5 done True"},
    {"gather_of_a_done_and_a_pending_task", gather_of_a_done_and_a_pending_task,
     "1 task ends, 1 task cancelled, 4 TimeoutError, 4 done True, 9 done True",
     "1 task ends, 2 task cancelled, 4 TimeoutError, 4 done True, 9 done True"},
    {"gather_of_pending_tasks", gather_of_pending_tasks,
     "1 task cancelled, 1 task cancelled, 4 TimeoutError, 4 done True, 9 done True",
     "2 task cancelled, 2 task cancelled, 4 TimeoutError, 4 done True, 9 done True"},
    {"gather_of_a_shield", gather_of_a_shield, "3 task ends, 3 TimeoutError, 3 done True, 8 done True",
     "3 task ends, 3 TimeoutError, 3 done True, 8 done True",
     "3 task ends, 4 TimeoutError, 4 done True, 9 done True",
     "3 task ends, 4 TimeoutError, 4 done True, 9 done True"},
    {"gather_of_nothing", gather_of_nothing, "0 gave it, 0 -, 5 -", "0 gave it, 0 -, 5 -"},
    {"gather_with_return_exceptions", gather_with_return_exceptions,
     "1 task cancelled, 4 TimeoutError, 4 size 1, 9 size 1",
     "2 task cancelled, 4 TimeoutError, 4 size 0, 9 size 0"},
};

}  // namespace

TEST_CASE("a limit of zero around a task, coroutine or shield does what it does in asyncio, turn by turn") {
    check_all(ones);
}

TEST_CASE("a limit of zero around a gather does what it does in asyncio, turn by turn") {
    check_all(gathers);
}
