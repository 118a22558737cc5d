// Wrong: cancelled, it leaves the job running behind its shield.
// Loses: stops-when-cancelled
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
        throw;
    }
}
