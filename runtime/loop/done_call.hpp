#pragma once

#include "runtime/loop/ready_queue.hpp"
#include "runtime/loop/task_state.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace aio {

/// Names one add_done_callback(), for remove_done_callback().
enum class DoneCallbackId : std::uint64_t {};

namespace detail {

/// A function that is called when a task has ended. It owns itself. It is in its task's list until the task
/// ends, then in the loop's queue. It deletes itself when it was called or removed, or when the run is over.
class DoneCall : private DoneCallback, private Runnable {
public:
    virtual ~DoneCall() = default;

    /// Throws RuntimeError outside run().
    static DoneCallbackId add(TaskState& task, std::unique_ptr<DoneCall> made);

protected:
    DoneCall() = default;
    virtual void call(TaskState& task) = 0;

private:
    void task_done() noexcept override;
    void drop() noexcept override { delete this; }
    std::uint64_t number() const noexcept override { return number_; }
    void run() override;
    void dropped() noexcept override { delete this; }

    TaskState* from_ = nullptr;
    Reference<TaskState> task_;  // set at the task's end; set earlier, it would keep the task alive
    std::uint64_t number_ = 0;
};

/// Called with a handle of the kind that add_done_callback() was called on.
template <class Handle, class State, class Function>
class DoneFunction final : public DoneCall {
public:
    explicit DoneFunction(Function function) : function_(std::move(function)) {}

private:
    void call(TaskState& task) override {
        static_cast<void>(std::move(function_)(Handle(static_cast<State&>(task))));
    }

    Function function_;
};

template <class Function, class Handle>
concept CalledWith =
    requires(std::decay_t<Function>& function, Handle& handle) { std::move(function)(std::move(handle)); };

}  // namespace detail

}  // namespace aio
