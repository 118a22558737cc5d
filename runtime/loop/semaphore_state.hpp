#pragma once

#include "runtime/loop/task_state.hpp"
#include "runtime/loop/waiter.hpp"

#include <cstdint>
#include <limits>
#include <string>

namespace aio::detail {

class SemaphoreWaiter;

/// The slots, and the queue of waiting tasks. The rules are those of asyncio.Semaphore (Lib/asyncio/locks.py,
/// 3.13).
class SemaphoreState {
public:
    /// There are never more than `most` slots.
    static Reference<SemaphoreState> with(int slots, int most = std::numeric_limits<int>::max());
    SemaphoreState(const SemaphoreState&) = delete;
    SemaphoreState& operator=(const SemaphoreState&) = delete;

    void retain() noexcept { ++references_; }
    void let_go() noexcept {
        if (--references_ == 0) delete this;
    }

    bool locked() const noexcept { return free_ == 0 || in_line_ > 0; }
    /// Gives a Permit's slot back. No effect if all slots are free, because it was already given back by
    /// hand.
    void release() noexcept;
    void release_by_hand();  ///< Throws ValueError if there would be too many slots.

    /// Called when the semaphore is destroyed. Wakes waiting tasks with an error.
    void close() noexcept;

private:
    friend class SemaphoreWaiter;
    SemaphoreState(int slots, int most);
    ~SemaphoreState() = default;

    bool wake_first() noexcept;
    void hand_out() noexcept {
        while (free_ > 0 && wake_first()) {
        }
    }
    void push(SemaphoreWaiter& waiter) noexcept;
    void remove(SemaphoreWaiter& waiter) noexcept;
    void tell(EventKind kind, std::uint32_t line) noexcept;

    std::uint32_t references_ = 0;
    int free_;
    const int most_;
    int in_line_ = 0;  // tasks that wait, or that got a slot and have not run yet
    std::uint64_t id_ = 0;
    SemaphoreWaiter* first_ = nullptr;
    SemaphoreWaiter* last_ = nullptr;
};

/// One place in the queue.
class SemaphoreWaiter final : public Waiter {
public:
    explicit SemaphoreWaiter(SemaphoreState& semaphore) noexcept : semaphore_(semaphore) {}
    ~SemaphoreWaiter();

    bool ready(std::uint32_t line);
    void begin(std::uint32_t line) noexcept;
    void end(std::uint32_t line);  ///< Throws CancelledError, or RuntimeError when the semaphore died.

private:
    friend class SemaphoreState;
    bool cancel(CancelWork& work) noexcept override;
    std::string describe() const override { return "a semaphore with no slot free"; }

    SemaphoreState& semaphore_;
    SemaphoreWaiter* previous_ = nullptr;
    SemaphoreWaiter* next_ = nullptr;
    bool queued_ = false;
    bool handed_ = false;  // a slot was handed over, and not yet taken
    bool broken_ = false;
};

}  // namespace aio::detail
