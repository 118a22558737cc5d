// Wrong: the end of the job is seen at the next beat only.
// Loses: beats, result-at-once, failure
#include "exercises/heartbeat/heartbeat.hpp"

#include <exception>

namespace {

aio::Coroutine<> beat_until(aio::Event& over, std::shared_ptr<Monitor> monitor, aio::Duration every) {
    while (!over.is_set()) {
        co_await aio::sleep(every);
        monitor->beat();
    }
}

aio::Coroutine<int> then_set(aio::Coroutine<int> job, aio::Event& over) {
    struct Sets {
        aio::Event& event;
        ~Sets() { event.set(); }
    } const sets{over};
    co_return co_await job;
}

}  // namespace

aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every) {
    aio::Event over;
    auto [result, heart] = co_await aio::gather(aio::return_exceptions, then_set(std::move(job), over),
                                                beat_until(over, monitor, every));
    if (!result.ok()) std::rethrow_exception(result.error());
    co_return result.value();
}
