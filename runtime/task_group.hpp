#pragma once

#include "runtime/exception_group.hpp"
#include "runtime/loop/group_state.hpp"
#include "runtime/task.hpp"

#include <coroutine>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace aio {

/// The tasks that a task_group() waits for. Its body is given one; it lives as long as the task_group() is
/// awaited.
class TaskGroup {
public:
    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    /// As aio::create_task, in this group. Throws RuntimeError when the group is over, or is being stopped
    /// because a child failed; then the coroutine does not run.
    template <class T>
    Task<T> create_task(Coroutine<T>& coroutine, std::string name = {}) {
        if (const char* why = state_.closed()) refuse(coroutine.release(), why);
        Task<T> task = aio::create_task(coroutine, std::move(name));
        state_.add(task.state());
        return task;
    }
    template <class T>
    Task<T> create_task(Coroutine<T>&& coroutine, std::string name = {}) {
        return create_task(coroutine, std::move(name));
    }

private:
    template <class Body>
    friend class TaskGroupScope;
    TaskGroup() = default;
    [[noreturn]] static void refuse(detail::Frame* frame, const char* why);

    detail::GroupState state_;
};

/// What task_group() returns: await it. It keeps the body alive, and what a lambda captured.
template <class Body>
class [[nodiscard("nothing runs until it is awaited: write co_await before task_group()")]] TaskGroupScope {
public:
    explicit TaskGroupScope(Body body) : body_(std::move(body)) {}
    TaskGroupScope(TaskGroupScope&& other) noexcept
        : body_(std::move(other.body_)) {}  // before it is awaited

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        static_assert(std::is_same_v<std::invoke_result_t<Body&, TaskGroup&>, Coroutine<>>,
                      "the body of a task_group() takes a TaskGroup& and returns a Coroutine<>");
        group_.state_.enter(body_(group_), line);
        return group_.state_.start();
    }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    void await_resume() { group_.state_.leave(); }

private:
    Body body_;
    TaskGroup group_;
};

/// Runs `body(group)`, a coroutine in the awaiting task, and returns when it and every task that it made with
/// group.create_task() have ended. When one fails, the others and the body are cancelled; when all have
/// cleaned up, it throws an ExceptionGroup with every failure. A child that is only cancelled is not a
/// failure. The rules are those of asyncio.TaskGroup (Lib/asyncio/taskgroups.py, CPython 3.13).
///
///     co_await aio::task_group([&](aio::TaskGroup& group) -> aio::Coroutine<> {
///         group.create_task(download(1));
///         group.create_task(download(2));
///         co_return;
///     });
template <class Body>
TaskGroupScope<std::decay_t<Body>> task_group(Body&& body) {
    return TaskGroupScope<std::decay_t<Body>>(std::forward<Body>(body));
}

}  // namespace aio
