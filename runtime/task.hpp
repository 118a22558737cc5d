#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/join.hpp"
#include "runtime/loop/task_state.hpp"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace aio {

namespace detail {

/// A task and the place for its result.
template <class T>
class TaskResult final : public TaskState {
public:
    TaskResult(Promise<T>& root, std::string name) : TaskState(root, std::move(name)) {}

    /// Copied for whoever awaits the task, unless nobody else can ask for it any more, or it cannot be copied.
    T value(bool last) {
        if constexpr (std::is_copy_constructible_v<T>) {
            if (!last) return *result_;
        }
        return std::move(*result_);
    }

private:
    void collect(Frame& root) override { result_.emplace(static_cast<Promise<T>&>(root).take_result()); }

    std::optional<T> result_;
};

template <>
class TaskResult<void> final : public TaskState {
public:
    TaskResult(Promise<void>& root, std::string name) : TaskState(root, std::move(name)) {}
    void value(bool) const noexcept {}

private:
    void collect(Frame&) override {}
};

template <class T>
class TaskAwaiter {
public:
    explicit TaskAwaiter(Reference<TaskResult<T>> task) noexcept : task_(std::move(task)), join_(*task_) {}

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        line_ = line;
        return join_.ready();
    }
    void await_suspend(std::coroutine_handle<>) noexcept { join_.begin(line_); }
    T await_resume() {
        join_.end(line_);
        return task_->value(false);
    }

private:
    Reference<TaskResult<T>> task_;
    Join join_;
    std::uint32_t line_ = 0;
};

/// Throws RuntimeError outside run(), before a coroutine is given away for nothing.
void require_loop();
[[noreturn]] void throw_not_done(const std::string& task);

}  // namespace detail

/// A coroutine that was given to the loop: it starts at the next turn and runs by itself. A copyable handle; any
/// number of coroutines may await it. Dropping the handle does not stop the task.
template <class T = void>
class Task {
public:
    using value_type = T;

    /// Waits for its end; gives its result (a copy, where it can be copied) or throws what it threw.
    detail::TaskAwaiter<T> operator co_await() const noexcept { return detail::TaskAwaiter<T>(state_); }

    /// Asks it to stop: CancelledError is thrown at the co_await where it stands, at the next turn. False when it
    /// had ended already.
    bool cancel() const { return state_->cancel(); }

    bool done() const noexcept { return state_->done(); }
    bool cancelled() const noexcept { return state_->cancelled(); }

    /// What it returned, or throws what it threw. Throws RuntimeError while it is not done().
    T result() const {
        if (!done()) detail::throw_not_done(name());
        state_->rethrow();
        return state_->value(false);
    }

    const std::string& name() const noexcept { return state_->name(); }

    /// For the runtime.
    detail::TaskResult<T>& state() const noexcept { return *state_; }
    explicit Task(detail::TaskResult<T>& state) noexcept : state_(&state) {}

private:
    detail::Reference<detail::TaskResult<T>> state_;
};

/// Gives a coroutine to the loop. It is first stepped at the next turn. `name` is for messages ("Task-7" without).
/// Throws RuntimeError outside run(), or when the coroutine was awaited or given away already.
template <class T>
Task<T> create_task(Coroutine<T>& coroutine, std::string name = {}) {
    detail::require_loop();
    detail::Promise<T>* root = coroutine.release();
    if (root == nullptr) detail::throw_already_awaited();
    return Task<T>(*new detail::TaskResult<T>(*root, std::move(name)));
}

template <class T>
Task<T> create_task(Coroutine<T>&& coroutine, std::string name = {}) {
    return create_task(coroutine, std::move(name));
}

}  // namespace aio
