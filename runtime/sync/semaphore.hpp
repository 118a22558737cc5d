#pragma once

#include "runtime/loop/semaphore_state.hpp"

#include <coroutine>
#include <cstdint>
#include <utility>

namespace aio {

/// One slot of a Semaphore. It is given back by release() or by the destructor, whichever comes first.
class [[nodiscard("the slot is given back at once when nothing keeps it: auto slot = co_await …")]] Permit {
public:
    Permit(Permit&& other) noexcept = default;
    Permit& operator=(Permit&& other) noexcept {
        release();
        semaphore_ = std::move(other.semaphore_);
        return *this;
    }
    ~Permit() { release(); }

    /// Gives the slot back now; a second call has no effect.
    void release() noexcept;

    /// For the runtime.
    explicit Permit(detail::Reference<detail::SemaphoreState> semaphore) noexcept
        : semaphore_(std::move(semaphore)) {}

private:
    detail::Reference<detail::SemaphoreState> semaphore_;
};

/// What acquire() returns: await it.
class [[nodiscard("nothing is acquired until it is awaited: write co_await before acquire()")]] Acquire {
public:
    bool await_ready(std::uint32_t line = __builtin_LINE()) {
        line_ = line;
        return waiter_.ready(line);
    }
    void await_suspend(std::coroutine_handle<>) noexcept { waiter_.begin(line_); }
    Permit await_resume() {
        waiter_.end(line_);
        return Permit(semaphore_);
    }

    explicit Acquire(const detail::Reference<detail::SemaphoreState>& semaphore) noexcept
        : semaphore_(semaphore), waiter_(*semaphore_) {}
    Acquire(Acquire&& other) noexcept : Acquire(other.semaphore_) {}  // before it is awaited

private:
    detail::Reference<detail::SemaphoreState> semaphore_;
    detail::SemaphoreWaiter waiter_;
    std::uint32_t line_ = 0;
};

/// A number of slots. A task that finds none free waits: first come, first served, as in asyncio. Permits may
/// outlive it; a task that still waits when it is destroyed gets a RuntimeError.
class Semaphore {
public:
    /// Throws ValueError when `slots` is negative.
    explicit Semaphore(int slots) : state_(detail::SemaphoreState::with(slots)) {}
    ~Semaphore() {
        if (state_) state_->close();
    }
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    /// Waits for a free slot and takes it.
    Acquire acquire() noexcept { return Acquire(state_); }

    /// Whether acquire() would have to wait.
    bool locked() const noexcept { return state_->locked(); }

    /// Adds a slot by hand; a Permit gives its own slot back. Throws ValueError if there would be more slots
    /// than a BoundedSemaphore has, or than an int can count.
    void release() { state_->release_by_hand(); }

protected:
    /// For BoundedSemaphore.
    explicit Semaphore(detail::Reference<detail::SemaphoreState> state) noexcept : state_(std::move(state)) {}

private:
    detail::Reference<detail::SemaphoreState> state_;
};

}  // namespace aio
