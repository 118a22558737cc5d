// Right: the job is a task, and a shield around it is awaited for `every` at a time.
#include "exercises/heartbeat/heartbeat.hpp"

aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every) {
    const auto task = aio::create_task(job);
    try {
        for (;;) {
            try {
                co_return co_await aio::timeout(every, aio::shield(task));
            } catch (const aio::TimeoutError&) {
            }
            monitor->beat();
        }
    } catch (const aio::CancelledError&) {
        task.cancel();
        throw;
    }
}
