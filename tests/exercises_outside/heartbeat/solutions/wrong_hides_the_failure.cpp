// Wrong: the error of the job is swallowed: 0 comes out.
// Loses: failure
#include "exercises/heartbeat/heartbeat.hpp"

namespace {

aio::Coroutine<> beat(std::shared_ptr<Monitor> monitor, aio::Duration every) {
    for (;;) {
        co_await aio::sleep(every);
        monitor->beat();
    }
}

/// Cancels the task when it dies, whatever the reason.
struct StopsAtEnd {
    aio::Task<> task;
    ~StopsAtEnd() { task.cancel(); }
};

}  // namespace

aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every) {
    const StopsAtEnd heart{aio::create_task(beat(monitor, every))};
    try {
        co_return co_await job;
    } catch (const std::exception&) {
    }
    co_return 0;
}
