#pragma once

#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace aio::detail {

/// Tasks awaited together, whatever they return. Lives as long as the awaitable: where that is dropped without being
/// awaited, its tasks run on by themselves.
///
/// Unlike asyncio it never lets its awaiter go on before every child has ended, since a child may hold references into
/// the awaiting frame: when one fails, the others are cancelled and waited for, then the first error is thrown.
class GatherState final : public Waiter {
public:
    /// The tasks are kept; callbacks are in the order given.
    static Reference<GatherState> of(std::vector<Reference<TaskState>> tasks);

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

    bool ready() const noexcept { return pending_ == 0; }
    void begin(std::uint32_t line) noexcept;
    void end(std::uint32_t line);  ///< Throws CancelledError, or the first child's error.

    TaskState& child(std::size_t index) const noexcept { return *children_[index].task; }
    std::size_t size() const noexcept { return children_.size(); }

private:
    struct Child final : Runnable, DoneCallback {
        Child() = default;
        ~Child() { TaskState::remove_done_callback(*this); }  // before the reference below goes
        void task_done() noexcept override;
        void run() override;
        GatherState* gather = nullptr;
        Reference<TaskState> task;
    };

    explicit GatherState(std::vector<Reference<TaskState>> tasks);
    ~GatherState() = default;
    void child_ended(TaskState& task);
    bool cancel(CancelWork& work) noexcept override;
    std::string describe() const override;

    std::uint32_t references_ = 0;
    std::uint32_t line_ = 0;
    bool cancel_requested_ = false;
    std::size_t pending_;
    TaskState* first_failed_ = nullptr;
    std::vector<Child> children_;
};

}  // namespace aio::detail
