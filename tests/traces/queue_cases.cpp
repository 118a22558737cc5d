#include "tests/traces/kit.hpp"

namespace traces {

namespace {

// A full queue holds producers up until there is room; they go on in order.

aio::Coroutine<> puts_five(Log& log, aio::Queue<int>& queue) {
    for (int i = 0; i < 5; ++i) {
        co_await queue.put(i);
        log("put " + text(i) + " size " + std::to_string(queue.size()));
    }
}

aio::Coroutine<> queue_bounded(Log& log) {
    aio::Queue<int> queue(2);
    const aio::Task<> producer = aio::create_task(puts_five(log, queue));
    for (int i = 0; i < 5; ++i) {
        co_await aio::sleep(1s);
        const int got = co_await queue.get();
        log("got " + text(got));
    }
    co_await producer;
    log("empty " + text(queue.empty()));
}

// Who is woken for an item and cancelled before it comes back loses nothing: the next one takes it.

aio::Coroutine<> gets(Log& log, aio::Queue<std::string>& queue, std::string name) {
    const std::string item = co_await queue.get();
    log(name + " got " + item);
}

aio::Coroutine<> queue_get_cancelled(Log& log) {
    aio::Queue<std::string> queue;
    const aio::Task<> a = aio::create_task(gets(log, queue, "a"));
    const aio::Task<> b = aio::create_task(gets(log, queue, "b"));
    co_await aio::sleep(1s);
    queue.put_nowait("item");
    a.cancel();
    const std::string seen = co_await outcome(a);
    log(seen);
    co_await b;
    log("size " + std::to_string(queue.size()));
}

// join() waits for task_done() for every item, not for the queue to be empty.

aio::Coroutine<> works(Log& log, aio::Queue<int>& queue, std::string name) {
    for (;;) {
        const int item = co_await queue.get();
        co_await aio::sleep(1s);
        log(name + " did " + text(item));
        queue.task_done();
    }
}

aio::Coroutine<> queue_join(Log& log) {
    aio::Queue<int> queue;
    for (int i = 0; i < 5; ++i) queue.put_nowait(i);
    std::vector<aio::Task<>> workers;
    for (const char* name : {"a", "b"}) workers.push_back(aio::create_task(works(log, queue, name)));
    co_await queue.join();
    log("joined");
    for (const aio::Task<>& worker : workers) worker.cancel();
    for (const aio::Task<>& worker : workers) co_await outcome(worker);
    co_await queue.join();
    log("join on idle queue returns");
}

// A producer cancelled in line adds nothing; the one behind it takes the room.

aio::Coroutine<> puts(Log& log, aio::Queue<std::string>& queue, std::string item) {
    co_await queue.put(item);
    log("put " + item);
}

aio::Coroutine<> queue_put_cancelled(Log& log) {
    aio::Queue<std::string> queue(1);
    queue.put_nowait("x");
    const aio::Task<> a = aio::create_task(puts(log, queue, "a"));
    const aio::Task<> b = aio::create_task(puts(log, queue, "b"));
    co_await aio::sleep(1s);
    log("got " + queue.get_nowait());
    a.cancel();
    const std::string seen = co_await outcome(a);
    log(seen);
    co_await b;
    const std::string last = co_await queue.get();
    log("got " + last + " size " + std::to_string(queue.size()));
}

const Table table{
    {"queue_bounded", queue_bounded},
    {"queue_get_cancelled", queue_get_cancelled},
    {"queue_join", queue_join},
    {"queue_put_cancelled", queue_put_cancelled},
};

}  // namespace

}  // namespace traces
