#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/timer_heap.hpp"

#include <cstdint>
#include <optional>

namespace aio::detail {

class TaskState;

/// The moment at which a timeout cancels the current task, and the count that distinguishes this cancellation
/// from others. The rules are those of asyncio.timeout (Lib/asyncio/timeouts.py, CPython 3.13).
class Deadline final : public Timer {
public:
    Deadline() = default;

    /// The body begins. With no length there is no deadline yet.
    void enter(std::optional<Duration> length, std::uint32_t line);

    /// Requires: entered(), and not expired().
    void set(std::optional<Duration> length, std::uint32_t line);

    /// The time is over now. Requires: entered(), and not expired().
    void expire();

    /// The body is over. Returns whether a CancelledError that leaves it is this timeout's own, and becomes a
    /// TimeoutError.
    bool exit();

    bool used() const noexcept { return id_ != 0; }
    bool entered() const noexcept { return task_ != nullptr; }
    bool expired() const noexcept { return expired_; }

private:
    void run() override { expire(); }

    TaskState* task_ = nullptr;
    std::uint64_t id_ = 0;
    int cancel_requests_before_ = 0;
    bool set_ = false;
    bool expired_ = false;
};

}  // namespace aio::detail
