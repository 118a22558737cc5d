#include "heartbeat.hpp"

aio::Coroutine<int> with_heartbeat(aio::Coroutine<int> job, std::shared_ptr<Monitor> monitor,
                                   aio::Duration every) {
    // TODO 1: await the job, and give its result.
    // TODO 2: meanwhile, in a task, wait `every` and call monitor->beat(), again and again.
    // TODO 3: the job is over, or has failed, or somebody cancels all of this: who stops that task?
    co_return 0;
}
