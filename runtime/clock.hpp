#pragma once

#include "runtime/duration.hpp"

#include <cstdint>
#include <optional>

namespace aio {

/// Where a loop's time comes from. It must outlive run().
class Clock {
public:
    virtual ~Clock() = default;

    /// Called once when run() begins: this moment is 0.
    virtual void start() = 0;

    /// Time since start().
    virtual Duration now() const = 0;

    /// The same time, but read by the running coroutine (aio::now()), not by the loop. A clock may count
    /// these reads.
    virtual Duration read() { return now(); }

    /// True if time stands still while any task can run (a virtual clock).
    virtual bool is_virtual() const = 0;

    /// Virtual clocks only. Nothing can run before `deadline`; without a deadline, nothing can run ever.
    /// Moves the time to the deadline (or past it) and returns true; returns false when nothing will ever
    /// happen.
    virtual bool jump(std::optional<Duration> deadline) = 0;

    /// Called once for each armed timer. Gives how much later than its deadline the timer fires; not
    /// negative.
    virtual Duration lateness() { return Duration::zero(); }

    /// Virtual clocks only. Called before the loop waits in real time for something outside.
    virtual void before_waiting() {}

    /// Virtual clocks only. Called with the real time that passed while something outside was pending.
    virtual void flow(Duration real) = 0;
};

/// Real time, read from the monotonic clock.
class RealClock final : public Clock {
public:
    void start() override;
    Duration now() const override;
    bool is_virtual() const override { return false; }
    bool jump(std::optional<Duration>) override { return false; }
    void flow(Duration) override {}

private:
    std::uint64_t started_ns_ = 0;
};

/// Time that does not move while anything can run, then jumps to the next timer: an hour's sleep costs
/// nothing.
class VirtualClock final : public Clock {
public:
    void start() override { now_ = Duration::zero(); }
    Duration now() const override { return now_; }
    bool is_virtual() const override { return true; }
    bool jump(std::optional<Duration> deadline) override;
    void flow(Duration real) override { now_ += real; }

    /// Moves the time by hand, as a blocking call would. `length` is not negative.
    void advance(Duration length) { now_ += length; }

private:
    Duration now_{};
};

}  // namespace aio
