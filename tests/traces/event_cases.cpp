#include "tests/traces/kit.hpp"

namespace traces {

namespace {

// set() and clear() in one turn: who waits already wakes all the same, a newcomer waits.

aio::Coroutine<> woke_and_says_whether_set(Log& log, aio::Event& event, std::string name) {
    co_await event.wait();
    log(name + " woke, set " + text(event.is_set()));
}

aio::Coroutine<> event_set_clear(Log& log) {
    aio::Event event;
    const aio::Task<> a = aio::create_task(woke_and_says_whether_set(log, event, "a"));
    co_await aio::sleep(1s);
    event.set();
    event.clear();
    const aio::Task<> b = aio::create_task(woke_and_says_whether_set(log, event, "b"));
    co_await a;
    co_await aio::sleep(1s);
    log("b done " + text(b.done()));
    event.set();
    co_await b;
}

// set() wakes all in the order in which they came; who waits later does not have to.

aio::Coroutine<> woke(Log& log, aio::Event& event, std::string name) {
    co_await event.wait();
    log(name + " woke");
}

aio::Coroutine<> event_wakes_all(Log& log) {
    aio::Event event;
    std::vector<aio::Task<>> waiters;
    for (const char* name : {"b", "c", "a"}) waiters.push_back(aio::create_task(woke(log, event, name)));
    co_await aio::sleep(1s);
    event.set();
    log("set " + text(event.is_set()));
    co_await event.wait();
    log("main did not wait");
    co_await aio::gather(waiters);
}

const Table table{
    {"event_set_clear", event_set_clear},
    {"event_wakes_all", event_wakes_all},
};

}  // namespace

}  // namespace traces
