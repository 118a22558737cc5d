#pragma once

#include "runtime/loop/ended_wait.hpp"
#include "runtime/task.hpp"

#include <coroutine>
#include <cstdint>
#include <type_traits>

namespace aio {

/// What shield() returns: await it.
template <class T>
class [[nodiscard("write co_await before shield(): without it nobody waits for the result")]] Shield {
public:
    using value_type = T;
    static constexpr bool is_future = true;  // for wait_for()

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        if (!wait_) detail::throw_already_awaited();
        line_ = line;
        return wait_->ready();
    }
    void await_suspend(std::coroutine_handle<>) noexcept { wait_->begin(line_); }
    T await_resume() {
        wait_->end(line_);
        detail::TaskState& task = wait_->awaited();
        task.rethrow();
        if constexpr (!std::is_void_v<T>)
            return static_cast<detail::TaskResult<T>&>(task).value(!task.shared());
    }

    explicit Shield(detail::TaskState& task) : wait_(detail::EndedWait::of(task)) {}
    Shield(Shield&&) noexcept = default;
    Shield& operator=(Shield&&) noexcept = default;

private:
    detail::Reference<detail::EndedWait> wait_;
    std::uint32_t line_ = 0;
};

/// Awaits a task, a coroutine (which becomes a task at once; a named one is consumed) or another awaitable
/// and gives its result. When the awaiting task is cancelled, it gets the CancelledError at once, and the
/// shielded task runs on; so the shielded task must not refer to anything in the awaiting frame. If that task
/// then fails, its error is reported.
template <detail::CanAwait Awaitable>
Shield<detail::TaskValue<Awaitable>> shield(Awaitable&& awaitable) {
    return Shield<detail::TaskValue<Awaitable>>(detail::as_task(awaitable).state());
}

}  // namespace aio
