#include "tests/traces/kit.hpp"

namespace traces {

namespace {

// Who is cancelled leaves the line from its middle; the others keep their order.

aio::Coroutine<> goes_in(Log& log, aio::Lock& lock, std::string name) {
    const auto guard = co_await lock.acquire();
    log(name + " in");
    co_await aio::sleep(1s);
}

aio::Coroutine<> lock_cancelled_waiter(Log& log) {
    aio::Lock lock;
    auto mine = co_await lock.acquire();
    std::vector<aio::Task<>> tasks;
    for (const char* name : {"a", "b", "c", "d"}) tasks.push_back(aio::create_task(goes_in(log, lock, name)));
    co_await aio::sleep(1s);
    tasks[0].cancel();
    tasks[2].cancel();
    mine.release();
    for (const aio::Task<>& task : tasks) {
        const std::string seen = co_await outcome(task);
        log(seen);
    }
    log("locked " + text(lock.locked()));
}

const Table table{
    {"lock_cancelled_waiter", lock_cancelled_waiter},
};

}  // namespace

}  // namespace traces
