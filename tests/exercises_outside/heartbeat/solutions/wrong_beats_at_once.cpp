// Wrong: the first beat comes at the beginning, not after `every`.
// Loses: beats
#include "exercises/heartbeat/heartbeat.hpp"

namespace {

aio::Coroutine<> beat(std::shared_ptr<Monitor> monitor, aio::Duration every) {
    for (;;) {
        monitor->beat();
        co_await aio::sleep(every);
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
    co_return co_await job;
}
