#include "runtime/wait_for.hpp"

#include "runtime/errors.hpp"

namespace aio::detail {

bool NoTime::ready(TaskState& task) {
    wait_ = EndedWait::of(task);
    if (wait_->ready()) return true;
    cancelled_here_ = task.cancel();
    return false;
}

TaskState& NoTime::end(std::uint32_t line) {
    wait_->end(line);
    TaskState& task = wait_->awaited();
    if (cancelled_here_ && task.cancelled()) throw TimeoutError();
    task.rethrow();
    return task;
}

}  // namespace aio::detail
