#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/current_task.hpp"
#include "runtime/loop/awaitable.hpp"
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
    TaskResult(Promise<T>& root, std::string&& name) : TaskState(root, std::move(name)) {}

    /// Copies the result for the awaiter. Moves it if nothing else can ask for it any more, or if it cannot
    /// be copied.
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
    TaskResult(Promise<void>& root, std::string&& name) : TaskState(root, std::move(name)) {}
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

/// Throws RuntimeError outside run(), so that the caller keeps its coroutine.
void require_loop();

}  // namespace detail

/// A coroutine that was given to the loop: it starts at the next turn and runs by itself. A copyable handle;
/// any number of coroutines may await it. Dropping the handle does not stop the task.
template <class T = void>
class Task : public AnyTask {
public:
    using value_type = T;

    /// Waits for its end; gives its result (a copy, if it can be copied) or throws its error.
    detail::TaskAwaiter<T> operator co_await() const noexcept {
        return detail::TaskAwaiter<T>(detail::Reference<detail::TaskResult<T>>(&state()));
    }

    /// Its result; throws its error if it failed. Throws RuntimeError while it is not done().
    T result() const {
        if (!done()) detail::throw_not_done(name());
        state().rethrow();
        return state().value(false);
    }

    /// Like that of AnyTask, for a function that takes a Task<T>.
    template <detail::CalledWith<Task> Function>
    DoneCallbackId add_done_callback(Function&& function) const {
        return add_callback<Task>(state(), std::forward<Function>(function));
    }

    /// For the runtime.
    detail::TaskResult<T>& state() const noexcept {
        return static_cast<detail::TaskResult<T>&>(AnyTask::state());
    }
    explicit Task(detail::TaskResult<T>& state) noexcept : AnyTask(state) {}
};

namespace detail {

template <class T>
Task<T> make_task(Coroutine<T>& coroutine, std::string&& name) {
    require_loop();
    Promise<T>* root = coroutine.release();
    if (root == nullptr) throw_already_awaited();
    return Task<T>(*new TaskResult<T>(*root, std::move(name)));
}

}  // namespace detail

/// Gives a coroutine to the loop. Its first step is at the next turn. `name` is for messages (default:
/// "Task-7"). Throws RuntimeError outside run(), or when the coroutine was awaited or given away already.
template <class T>
Task<T> create_task(Coroutine<T>& coroutine, std::string name = {}) {
    return detail::make_task(coroutine, std::move(name));
}

template <class T>
Task<T> create_task(Coroutine<T>&& coroutine, std::string name = {}) {
    return detail::make_task(coroutine, std::move(name));
}

namespace detail {

template <class Awaitable>
Coroutine<AwaitResult<Awaitable>> await_it(Awaitable awaitable) {
    co_return co_await awaitable;
}

template <class Awaitable>
concept IsTask = std::is_base_of_v<AnyTask, std::remove_cvref_t<Awaitable>>;

/// Like asyncio's ensure_future: takes a task as it is, and makes one of any other awaitable. A named
/// coroutine is consumed.
template <IsTask Awaitable>
auto as_task(Awaitable& task) {
    return task;
}
template <class T>
Task<T> as_task(Coroutine<T>& coroutine) {
    return create_task(coroutine);
}
template <class Awaitable>
Task<AwaitResult<std::remove_const_t<Awaitable>>> as_task(Awaitable& awaitable) {
    return create_task(await_it<std::remove_const_t<Awaitable>>(body_of(awaitable)));
}

/// The result type of the task that is made of this awaitable.
template <class Awaitable>
using TaskValue = typename decltype(as_task(std::declval<std::remove_reference_t<Awaitable>&>()))::value_type;

}  // namespace detail

}  // namespace aio
