#pragma once

#include "runtime/errors.hpp"
#include "runtime/loop/awaitable.hpp"
#include "runtime/loop/deadline.hpp"

#include <coroutine>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace aio::detail {

/// The body that is awaited under a deadline, and its awaiter.
template <class Awaitable>
class TimeLimited {
public:
    explicit TimeLimited(Awaitable&& body) : body_(std::move(body)) {}
    TimeLimited(TimeLimited&& other) noexcept : body_(std::move(other.body_)) {}  // before it is awaited

    bool ready(std::uint32_t line) {
        if constexpr (HasCoAwait<Awaitable>) awaiter_.emplace(body_);
        return awaiter().await_ready(line);
    }
    void suspend(std::coroutine_handle<> handle) { awaiter().await_suspend(handle); }

    /// The body's result, or its error; TimeoutError when a cancellation that leaves it is the deadline's
    /// own.
    decltype(auto) resume(Deadline& deadline) {
        const LeaveGuard guard{deadline};
        try {
            if constexpr (std::is_void_v<AwaitResult<Awaitable>>) {
                awaiter().await_resume();
            } else {
                return awaiter().await_resume();
            }
        } catch (const CancelledError&) {
            if (deadline.exit()) throw TimeoutError();
            throw;
        }
    }

    Awaitable& body() noexcept { return body_; }

private:
    struct LeaveGuard {
        Deadline& deadline;
        ~LeaveGuard() { deadline.exit(); }
    };
    // An awaiter is built in place: it may be neither copied nor moved.
    struct Inner {
        explicit Inner(Awaitable& body) : awaiter(AwaiterOf<Awaitable>::of(body)) {}
        typename AwaiterOf<Awaitable>::type awaiter;
    };

    auto& awaiter() {
        if constexpr (HasCoAwait<Awaitable>) {
            return awaiter_->awaiter;
        } else {
            return body_;
        }
    }

    Awaitable body_;
    std::optional<Inner> awaiter_;
};

}  // namespace aio::detail
