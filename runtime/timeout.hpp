#pragma once

#include "runtime/duration.hpp"
#include "runtime/errors.hpp"
#include "runtime/loop/awaitable.hpp"
#include "runtime/loop/timer_heap.hpp"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace aio {

namespace detail {

class TaskState;

/// The moment at which the current task is cancelled on behalf of a timeout, and the count that tells that
/// cancellation from others: the rules are those of asyncio.timeout (Lib/asyncio/timeouts.py, CPython 3.13).
class Deadline final : public Timer {
public:
    Deadline() = default;

    void enter(Duration length, std::uint32_t line);

    /// The body is over. Returns whether a CancelledError that leaves it is this timeout's own, to be told as
    /// TimeoutError.
    bool exit();

private:
    void run() override;

    TaskState* task_ = nullptr;
    std::uint64_t id_ = 0;
    int cancel_requests_before_ = 0;
    bool expired_ = false;
};

}  // namespace detail

/// What timeout() returns: await it. The body runs in the task that awaits.
template <class Awaitable>
class [[nodiscard("nothing runs until it is awaited: write co_await before timeout()")]] Timeout {
public:
    Timeout(Duration length, Awaitable&& body) : length_(length), body_(std::move(body)) {}
    Timeout(Timeout&& other) noexcept : length_(other.length_), body_(std::move(other.body_)) {}  // before it is awaited

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        deadline_.enter(length_, line);
        if constexpr (detail::HasCoAwait<Awaitable>) awaiter_.emplace(body_);
        return awaiter().await_ready(line);
    }
    void await_suspend(std::coroutine_handle<> handle) { awaiter().await_suspend(handle); }
    decltype(auto) await_resume() {
        const LeaveGuard guard{deadline_};
        try {
            if constexpr (std::is_void_v<detail::AwaitResult<Awaitable>>) {
                awaiter().await_resume();
            } else {
                return awaiter().await_resume();
            }
        } catch (const CancelledError&) {
            if (deadline_.exit()) throw TimeoutError();
            throw;
        }
    }

private:
    struct LeaveGuard {
        detail::Deadline& deadline;
        ~LeaveGuard() { deadline.exit(); }
    };
    // An awaiter is built in place: it may be neither copied nor moved.
    struct Inner {
        explicit Inner(Awaitable& body) : awaiter(detail::AwaiterOf<Awaitable>::of(body)) {}
        typename detail::AwaiterOf<Awaitable>::type awaiter;
    };

    auto& awaiter() {
        if constexpr (detail::HasCoAwait<Awaitable>) {
            return awaiter_->awaiter;
        } else {
            return body_;
        }
    }

    Duration length_;
    Awaitable body_;
    std::optional<Inner> awaiter_;
    detail::Deadline deadline_;
};

/// Awaits `body` for at most `length`: gives its result, or cancels it, waits for it to end and throws TimeoutError.
/// With zero or less, the body runs until it first has to wait.
template <class Awaitable>
Timeout<std::remove_cvref_t<Awaitable>> timeout(Duration length, Awaitable&& body) {
    // A named coroutine is consumed, as by co_await; a task is a handle, and copied.
    using Body = std::remove_cvref_t<Awaitable>;
    if constexpr (std::is_copy_constructible_v<Body>) {
        return Timeout<Body>(length, Body(std::forward<Awaitable>(body)));
    } else {
        return Timeout<Body>(length, std::move(body));
    }
}

}  // namespace aio
