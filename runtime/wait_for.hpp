#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/deadline.hpp"
#include "runtime/loop/ended_wait.hpp"
#include "runtime/loop/time_limited.hpp"
#include "runtime/shield.hpp"
#include "runtime/task.hpp"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace aio {

namespace detail {

/// wait_for() with no time at all: a task that has ended gives its result, any other is cancelled and waited
/// for, so that a coroutine never begins.
class NoTime {
public:
    bool begun() const noexcept { return static_cast<bool>(wait_); }
    bool ready(TaskState& task);
    void suspend(std::uint32_t line) noexcept { wait_->begin(line); }
    TaskState& end(
        std::uint32_t line);  ///< Throws the task's error; TimeoutError when it was cancelled here.

private:
    Reference<EndedWait> wait_;
    bool cancelled_here_ = false;
};

template <class Awaitable>
inline constexpr bool is_coroutine = false;
template <class T>
inline constexpr bool is_coroutine<Coroutine<T>> = true;

/// An awaitable that is a future in asyncio, and begins when it is made.
template <class Awaitable>
concept IsFuture = Awaitable::is_future;
template <class Awaitable>
inline constexpr bool is_shield = false;
template <class T>
inline constexpr bool is_shield<Shield<T>> = true;

}  // namespace detail

/// What wait_for() returns: await it.
template <class Awaitable>
class [[nodiscard("nothing runs until it is awaited: write co_await before wait_for()")]] WaitFor {
public:
    WaitFor(Awaitable&& body, std::optional<Duration> limit) : limit_(limit), body_(std::move(body)) {}
    WaitFor(WaitFor&& other) noexcept
        : limit_(other.limit_), body_(std::move(other.body_)) {}  // before it is awaited

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        line_ = line;
        if constexpr (runs_as_task) {
            if (no_time()) return no_time_.ready(detail::as_task(body_.body()).state());
        }
        deadline_.enter(limit_, line);
        return body_.ready(line);
    }
    void await_suspend(std::coroutine_handle<> handle) {
        if (no_time_.begun()) {
            no_time_.suspend(line_);
            return;
        }
        body_.suspend(handle);
        // With no time, a gather's children are cancelled now, and the gather returns one turn later: asyncio
        // has a future between. A shield's deadline comes at the next turn, so a shield takes two turns, like
        // a cancelled future in asyncio.
        if constexpr (!detail::is_shield<Awaitable>) {
            if (!no_time()) return;
            if constexpr (requires { body_.body().come_one_turn_later(); })
                body_.body().come_one_turn_later();
            deadline_.expire();
        }
    }
    detail::AwaitResult<Awaitable> await_resume() {
        if constexpr (runs_as_task) {
            using T = detail::TaskValue<Awaitable>;
            if (no_time_.begun()) {
                [[maybe_unused]] detail::TaskState& task = no_time_.end(line_);
                if constexpr (std::is_void_v<T>) {
                    return;
                } else {
                    return static_cast<detail::TaskResult<T>&>(task).value(!task.shared());
                }
            }
        }
        return body_.resume(deadline_);
    }

private:
    // asyncio makes a task of everything that is not a future. A task cannot give a reference.
    static constexpr bool runs_as_task =
        detail::is_coroutine<Awaitable> || detail::IsTask<Awaitable> ||
        (!detail::IsFuture<Awaitable> && !std::is_reference_v<detail::AwaitResult<Awaitable>>);

    bool no_time() const noexcept { return limit_ && *limit_ <= Duration::zero(); }

    std::optional<Duration> limit_;
    detail::TimeLimited<Awaitable> body_;
    detail::Deadline deadline_;
    detail::NoTime no_time_;
    std::uint32_t line_ = 0;
};

/// Awaits a coroutine, task or other awaitable for at most `limit`: gives its result, or cancels it, waits
/// for it to end and throws TimeoutError. As timeout(limit, awaitable), but with zero or less nothing new
/// begins: it takes no free lock and no item; a task that has ended still gives its result. Without a limit
/// (std::nullopt) it waits as long as needed. Around shield(), the time limit leaves the shielded task
/// running.
template <detail::CanAwait Awaitable>
WaitFor<std::remove_cvref_t<Awaitable>> wait_for(Awaitable&& awaitable, std::optional<Duration> limit) {
    return WaitFor<std::remove_cvref_t<Awaitable>>(detail::body_of(std::forward<Awaitable>(awaitable)),
                                                   limit);
}

}  // namespace aio
