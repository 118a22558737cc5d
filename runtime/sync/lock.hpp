#pragma once

#include "runtime/sync/wait.hpp"

#include <utility>

namespace aio {

namespace detail {

/// A lock and the queue of tasks that wait for it. The rules are those of asyncio.Lock (Lib/asyncio/locks.py,
/// CPython 3.13).
class LockState final : public SharedState {
public:
    bool locked() const noexcept { return locked_; }

    /// Takes it if it is free and no task waits for it.
    bool try_acquire() noexcept;
    /// No effect if it is free.
    void release() noexcept;
    void close() noexcept { line_.close(); }

private:
    friend class LockWait;
    void wake_first() noexcept;

    bool locked_ = false;
    WaitLine line_{words, WaitLine::Until::back};
    static const LineWords words;
};

/// A wait that takes a lock, at its end or on the way.
class LockWait : public SyncWait {
protected:
    /// `state` keeps `lock` alive.
    LockWait(SharedState& state, LockState& lock) noexcept : SyncWait(state), lock_(lock) {}

    LockState& lock() const noexcept { return lock_; }

    /// Takes the lock (done) or joins its queue.
    Next acquire() noexcept;
    /// After the queue: takes the lock, or passes it on if the task was cancelled.
    Next acquired(Left left) noexcept;

private:
    LockState& lock_;
};

}  // namespace detail

/// A Lock that is held. It is released by release() or by the destructor, whichever comes first. It may
/// outlive the Lock.
class [[nodiscard("the lock is released at once when nothing keeps it: auto guard = co_await …")]] Guard {
public:
    Guard(Guard&& other) noexcept = default;
    /// Releases what it held before.
    Guard& operator=(Guard&& other) noexcept {
        release();
        lock_ = std::move(other.lock_);
        return *this;
    }
    ~Guard() { release(); }

    /// Releases the lock now: the first waiting task has it at the next turn. A second call has no effect.
    void release() noexcept;

    /// For the runtime.
    explicit Guard(detail::LockState& lock) noexcept : lock_(&lock) {}

private:
    detail::Reference<detail::LockState> lock_;
};

/// What Lock::acquire() returns: await it.
class [[nodiscard(
    "nothing is locked until it is awaited: write co_await before acquire()")]] LockAcquire final
    : public detail::LockWait {
public:
    /// Throws CancelledError, or RuntimeError when the lock was destroyed meanwhile.
    Guard await_resume() {
        end();
        return Guard(lock());
    }

    explicit LockAcquire(detail::LockState& lock) noexcept : LockWait(lock, lock) {}
    LockAcquire(LockAcquire&& other) noexcept : LockAcquire(other.lock()) {}  // before it is awaited

private:
    Next start() override { return acquire(); }
    Next go_on(Left left) noexcept override { return acquired(left); }
};

/// Held by one task at a time. Others wait: first come, first served, as in asyncio's Lock. It may be made
/// before run(). A task that still waits when it is destroyed gets a RuntimeError.
class Lock {
public:
    Lock() : state_(new detail::LockState) {}
    ~Lock() { state_->close(); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    /// Waits until it is free and takes it. It is not recursive: a task that holds it and awaits this again
    /// waits for itself.
    LockAcquire acquire() noexcept { return LockAcquire(*state_); }

    /// Whether it is held.
    bool locked() const noexcept { return state_->locked(); }

    /// For the runtime.
    detail::LockState& state() const noexcept { return *state_; }

private:
    detail::Reference<detail::LockState> state_;
};

}  // namespace aio
