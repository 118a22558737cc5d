// Wrong: the heart is stopped in a line that a failure does not reach.
// Loses: failure, stops-when-cancelled
#include "exercises/heartbeat/heartbeat.hpp"

namespace {

aio::Coroutine<> beat(std::shared_ptr<Monitor> monitor, aio::Duration every) {
    for (;;) {
        co_await aio::sleep(every);
        monitor->beat();
    }
}

}  // namespace

aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every) {
    const auto heart = aio::create_task(beat(monitor, every));
    const int result = co_await job;
    heart.cancel();
    co_return result;
}
