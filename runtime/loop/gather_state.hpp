#pragma once

#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

namespace aio::detail {

/// What a gather does when a child fails.
enum class OnFailure : std::uint8_t { cancel_others, go_on };

/// Tasks awaited together, whatever they return. Lives as long as the awaitable: if that is dropped without
/// being awaited, its tasks run on.
///
/// Unlike asyncio it never lets its awaiter go on before every child has ended, since a child may hold
/// references into the awaiting frame: when one fails, the others are cancelled and waited for, then the
/// first error is thrown.
class GatherState final : public Waiter {
public:
    /// The tasks are kept; callbacks are in the order given.
    static Reference<GatherState> of(std::vector<Reference<TaskState>> tasks, OnFailure on_failure);

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

    bool ready();
    void begin(std::uint32_t line) noexcept;
    /// Throws CancelledError, or the first child's error if one failure ends all.
    void end(std::uint32_t line);

    /// Makes the gather return one turn later, as in asyncio, where a future lies between.
    void come_one_turn_later() noexcept { one_turn_later_ = true; }

    TaskState& child(std::size_t index) const noexcept { return *children_[index].task; }
    std::size_t size() const noexcept { return children_.size(); }

private:
    struct Child final : Runnable, DoneCallback {
        Child() = default;
        ~Child() { TaskState::remove_done_callback(*this); }  // before the reference below goes
        void task_done() noexcept override;
        void run() override;
        bool left() const noexcept { return !given_up && !task->done(); }
        GatherState* gather = nullptr;
        Reference<TaskState> task;
        bool given_up = false;  // this child waits for the gather itself
    };

    GatherState(std::vector<Reference<TaskState>> tasks, OnFailure on_failure);
    ~GatherState() = default;
    void child_ended(TaskState& task);
    void cancel_children();
    void give_up(const TaskState& task) noexcept;
    bool cancel(CancelWork& work) noexcept override;
    void break_ring(TaskState& task) noexcept override;
    Awaiting awaiting() const override;

    std::uint32_t references_ = 0;
    std::uint32_t line_ = 0;
    OnFailure on_failure_;
    bool cancel_requested_ = false;
    bool one_turn_later_ = false;
    std::size_t pending_;
    TaskState* first_failed_ = nullptr;
    TaskState* maker_ = nullptr;  // the task that made the gather, if it is one of the children
    std::exception_ptr misuse_;
    std::vector<Child> children_;
};

/// The tasks of a gather that is being made. If it cannot be made because one coroutine was awaited before,
/// the tasks made of the others are cancelled: they never begin.
class Gathering {
public:
    Gathering();  ///< Throws RuntimeError outside run().
    ~Gathering();
    Gathering(const Gathering&) = delete;
    Gathering& operator=(const Gathering&) = delete;

    void reserve(std::size_t count) { tasks_.reserve(count); }
    void add(TaskState& task, bool was_a_task);
    Reference<GatherState> begin(OnFailure on_failure);

private:
    std::vector<Reference<TaskState>> tasks_;
    std::vector<bool> was_a_task_;
};

}  // namespace aio::detail
