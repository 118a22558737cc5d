#pragma once

#include "runtime/duration.hpp"
#include "runtime/errors.hpp"
#include "runtime/loop/deadline.hpp"
#include "runtime/loop/time_limited.hpp"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace aio {

/// What timeout() returns: await it. The body runs in the task that awaits.
template <class Awaitable>
class [[nodiscard("nothing runs until it is awaited: write co_await before timeout()")]] Timeout {
public:
    Timeout(Duration length, Awaitable&& body) : length_(length), body_(std::move(body)) {}
    Timeout(Timeout&& other) noexcept
        : length_(other.length_), body_(std::move(other.body_)) {}  // before it is awaited

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        deadline_.enter(length_, line);
        return body_.ready(line);
    }
    void await_suspend(std::coroutine_handle<> handle) { body_.suspend(handle); }
    decltype(auto) await_resume() { return body_.resume(deadline_); }

private:
    Duration length_;
    detail::TimeLimited<Awaitable> body_;
    detail::Deadline deadline_;
};

/// A timeout whose deadline can be moved while its body runs. Afterwards it says whether it expired. It is
/// used once; the rules are those of asyncio.timeout(). It must outlive the timeout() it is given to.
///
///     aio::TimeoutScope limit(3s);
///     auto page = co_await aio::timeout(limit, download(limit));
class TimeoutScope {
public:
    /// Without a deadline, until reschedule() sets one.
    TimeoutScope() = default;

    /// The deadline is `length` from now. Throws RuntimeError outside run().
    explicit TimeoutScope(Duration length);

    /// Moves the deadline to `length` from now, with zero or less to the next turn; std::nullopt takes it
    /// away. Throws RuntimeError before the body has begun, and after the time or the body is over.
    void reschedule(std::optional<Duration> length);

    /// The deadline in the loop's time, as aio::now(); none when there is none.
    std::optional<Duration> when() const noexcept { return when_; }

    /// Whether the deadline came before the body was over, even if the body caught the cancellation and went
    /// on.
    bool expired() const noexcept { return deadline_.expired(); }

private:
    template <class Awaitable>
    friend class ScopedTimeout;
    void enter(std::uint32_t line);

    std::optional<Duration> when_;
    detail::Deadline deadline_;
};

/// What timeout(scope, …) returns: await it. The body runs in the task that awaits.
template <class Awaitable>
class [[nodiscard("nothing runs until it is awaited: write co_await before timeout()")]] ScopedTimeout {
public:
    ScopedTimeout(TimeoutScope& scope, Awaitable&& body) : scope_(scope), body_(std::move(body)) {}
    ScopedTimeout(ScopedTimeout&& other) noexcept : scope_(other.scope_), body_(std::move(other.body_)) {}

    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        scope_.enter(line);
        return body_.ready(line);
    }
    void await_suspend(std::coroutine_handle<> handle) { body_.suspend(handle); }
    decltype(auto) await_resume() { return body_.resume(scope_.deadline_); }

private:
    TimeoutScope& scope_;
    detail::TimeLimited<Awaitable> body_;
};

/// Awaits `body` for at most `length`: gives its result, or cancels it, waits for it to end and throws
/// TimeoutError. With zero or less, the body runs until it first has to wait. A named coroutine is consumed;
/// a task is a handle.
template <detail::CanAwait Awaitable>
Timeout<std::remove_cvref_t<Awaitable>> timeout(Duration length, Awaitable&& body) {
    return Timeout<std::remove_cvref_t<Awaitable>>(length, detail::body_of(std::forward<Awaitable>(body)));
}

/// The same until the scope's deadline, wherever it is moved meanwhile. Throws RuntimeError when the scope
/// was used before.
template <detail::CanAwait Awaitable>
ScopedTimeout<std::remove_cvref_t<Awaitable>> timeout(TimeoutScope& scope, Awaitable&& body) {
    return ScopedTimeout<std::remove_cvref_t<Awaitable>>(scope,
                                                         detail::body_of(std::forward<Awaitable>(body)));
}

}  // namespace aio
