#pragma once

#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <cstdint>
#include <string>

namespace aio::detail {

/// Waits until a task has ended, without passing a cancellation on to it: a waiting task that is cancelled
/// goes on at once, and the awaited task runs on. Reference-counted, since it may be moved before it is
/// awaited.
class EndedWait final : public Waiter, private DoneCallback, private Runnable {
public:
    /// From now on it notices the task's end.
    static Reference<EndedWait> of(TaskState& task) { return Reference<EndedWait>(new EndedWait(task)); }

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

    bool ready();  ///< Throws RuntimeError when the task would wait for itself.
    void begin(std::uint32_t line) noexcept;
    void end(std::uint32_t line);  ///< Throws CancelledError when the waiting task was cancelled.

    TaskState& awaited() const noexcept { return *awaited_; }

private:
    explicit EndedWait(TaskState& task);
    ~EndedWait() { TaskState::remove_done_callback(*this); }  // before the reference below goes
    void task_done() noexcept override;
    void run() override;
    Awaiting awaiting() const override;

    Reference<TaskState> awaited_;
    std::uint32_t references_ = 0;
    bool over_ = false;
};

}  // namespace aio::detail
