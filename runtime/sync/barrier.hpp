#pragma once

#include "runtime/errors.hpp"
#include "runtime/sync/wait.hpp"

#include <cstdint>

namespace aio {

/// The Barrier that was waited for was aborted or reset.
class BrokenBarrierError : public RuntimeError {
public:
    using RuntimeError::RuntimeError;
};

namespace detail {

/// The tasks inside, and the state of the round. The rules are those of asyncio.Barrier
/// (Lib/asyncio/locks.py, CPython 3.13). Its condition has no lock here, because no task ever waits while
/// holding it.
class BarrierState final : public SharedState {
public:
    static Reference<BarrierState> for_parties(int parties);

    int parties() const noexcept { return parties_; }
    int waiting() const noexcept { return phase_ == Phase::filling ? inside_ : 0; }
    bool broken() const noexcept { return phase_ == Phase::broken; }
    void reset() noexcept;
    void abort() noexcept;
    WaitLine& line() noexcept { return line_; }

private:
    friend class BarrierStep;
    enum class Phase : std::uint8_t { filling, draining, resetting, broken };

    explicit BarrierState(int parties) noexcept : parties_(parties) {}
    bool lets_in() const noexcept { return phase_ == Phase::filling || phase_ == Phase::broken; }
    void leave() noexcept;

    int parties_;
    int inside_ = 0;
    Phase phase_ = Phase::filling;
    WaitLine line_{words};
    static const LineWords words;
};

/// The steps: wait until the last round has left, go in, wait until all are there, leave.
class BarrierStep : public SyncWait {
protected:
    explicit BarrierStep(BarrierState& barrier) noexcept : SyncWait(barrier), barrier_(barrier) {}
    ~BarrierStep();

    BarrierState& barrier() const noexcept { return barrier_; }
    int index();  ///< Throws BrokenBarrierError, or what end() throws.

private:
    Next start() override { return go_in(); }
    Next go_on(Left left) noexcept override;
    Next go_in() noexcept;
    Next leave(Next next) noexcept;

    BarrierState& barrier_;
    int index_ = 0;
    bool inside_ = false;
    bool broken_ = false;
};

}  // namespace detail

/// What Barrier::wait() returns: await it.
class [[nodiscard("nothing waits until it is awaited: write co_await before wait()")]] BarrierWait final
    : public detail::BarrierStep {
public:
    /// The number of tasks that came before it in this round. Throws BrokenBarrierError when the barrier was
    /// aborted or reset, CancelledError, or RuntimeError when it was destroyed meanwhile.
    int await_resume() { return index(); }

    explicit BarrierWait(detail::BarrierState& barrier) noexcept : BarrierStep(barrier) {}
    BarrierWait(BarrierWait&& other) noexcept : BarrierWait(other.barrier()) {}  // before it is awaited
};

/// A place where tasks wait for one another: when `parties` of them have come, all go on. Then it can be used
/// again. It may be made before run(). A task that still waits when it is destroyed gets a RuntimeError.
class Barrier {
public:
    /// Throws ValueError when `parties` is less than 1.
    explicit Barrier(int parties) : state_(detail::BarrierState::for_parties(parties)) {}
    ~Barrier() { state_->line().close(); }
    Barrier(const Barrier&) = delete;
    Barrier& operator=(const Barrier&) = delete;

    /// Waits until `parties` tasks wait. A task that is cancelled meanwhile leaves, and is no longer counted.
    BarrierWait wait() noexcept { return BarrierWait(*state_); }

    /// Returns it to its first state; waiting tasks get a BrokenBarrierError.
    void reset() noexcept { state_->reset(); }

    /// Breaks it: tasks that wait, or that wait from now on until reset(), get a BrokenBarrierError.
    void abort() noexcept { state_->abort(); }

    /// The number of tasks that go on together.
    int parties() const noexcept { return state_->parties(); }
    /// How many of them have come; 0 while they leave.
    int n_waiting() const noexcept { return state_->waiting(); }
    /// Whether it was aborted.
    bool broken() const noexcept { return state_->broken(); }

private:
    detail::Reference<detail::BarrierState> state_;
};

}  // namespace aio
