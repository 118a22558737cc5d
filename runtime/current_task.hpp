#pragma once

#include "runtime/loop/done_call.hpp"
#include "runtime/loop/join.hpp"
#include "runtime/loop/task_state.hpp"

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace aio {

namespace detail {

class AnyTaskAwaiter {
public:
    explicit AnyTaskAwaiter(Reference<TaskState> task) noexcept : task_(std::move(task)), join_(*task_) {}

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        line_ = line;
        return join_.ready();
    }
    void await_suspend(std::coroutine_handle<>) noexcept { join_.begin(line_); }
    void await_resume() { join_.end(line_); }

private:
    Reference<TaskState> task_;
    Join join_;
    std::uint32_t line_ = 0;
};

[[noreturn]] void throw_not_done(const std::string& task);

}  // namespace detail

/// A task, without the type of its result: current_task() and all_tasks() give these, and every Task<T> is
/// one. A copyable handle; dropping it does not stop the task.
class AnyTask {
public:
    using value_type = void;

    /// Waits for its end; gives nothing, or throws its error.
    detail::AnyTaskAwaiter operator co_await() const noexcept { return detail::AnyTaskAwaiter(state_); }

    /// Asks it to stop: CancelledError is thrown at the co_await where it waits, at the next turn. False if
    /// it had already ended. Tasks that await each other in a ring are stopped, too: the last one of the ring
    /// no longer waits for the first.
    bool cancel() const { return state_->cancel(); }

    /// How many cancel() calls were not taken back by uncancel(). timeout() and task_group() take back their
    /// own, and so know whether a CancelledError is theirs.
    int cancelling() const noexcept { return state_->cancel_requests(); }

    /// Takes one cancel() back. Call it after catching its CancelledError, to go on. Gives the number that is
    /// left, never less than 0. The last one also takes back a CancelledError that was not thrown yet.
    int uncancel() const noexcept { return state_->uncancel(); }

    bool done() const noexcept { return state_->done(); }
    bool cancelled() const noexcept { return state_->cancelled(); }

    /// Its error; null if it returned. The error counts as retrieved. Throws RuntimeError while it is not
    /// done().
    std::exception_ptr error() const {
        if (!done()) detail::throw_not_done(name());
        return state_->error();
    }

    const std::string& name() const { return state_->name(); }
    void set_name(std::string name) const { state_->set_name(std::move(name)); }

    /// The loop calls `function` with this task at the turn after its end, or at the next turn if it has
    /// already ended. Callbacks, and coroutines that await the task, keep the order in which they came. An
    /// exception from `function` is reported, and has no other effect. Throws RuntimeError outside run().
    template <detail::CalledWith<AnyTask> Function>
    DoneCallbackId add_done_callback(Function&& function) const {
        return add_callback<AnyTask>(state(), std::forward<Function>(function));
    }

    /// Removes a callback that add_done_callback() of this task added. Gives the number of removed callbacks.
    /// This is 0 after the task's end: the callback was called then, or will be soon.
    std::size_t remove_done_callback(DoneCallbackId id) const noexcept {
        return state_->remove_done_callback(static_cast<std::uint64_t>(id)) ? 1 : 0;
    }

    /// Whether both are handles of the same task.
    bool operator==(const AnyTask& other) const noexcept { return state_.get() == other.state_.get(); }

    /// For the runtime.
    detail::TaskState& state() const noexcept { return *state_; }
    explicit AnyTask(detail::TaskState& state) noexcept : state_(&state) {}

protected:
    template <class Handle, class State, class Function>
    static DoneCallbackId add_callback(State& state, Function&& function) {
        using Call = detail::DoneFunction<Handle, State, std::decay_t<Function>>;
        return detail::DoneCall::add(state, std::make_unique<Call>(std::forward<Function>(function)));
    }

private:
    detail::Reference<detail::TaskState> state_;
};

/// The task whose coroutine calls this. Throws RuntimeError outside run().
AnyTask current_task();

/// Every task that has not ended, the oldest first. Throws RuntimeError outside run().
std::vector<AnyTask> all_tasks();

}  // namespace aio
