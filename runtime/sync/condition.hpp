#pragma once

#include "runtime/sync/lock.hpp"

#include <concepts>
#include <cstddef>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace aio {

namespace detail {

/// The tasks that wait to be notified, and the lock. The rules are those of asyncio.Condition
/// (Lib/asyncio/locks.py, CPython 3.13).
class ConditionState final : public SharedState {
public:
    explicit ConditionState(LockState& lock) noexcept : lock_(&lock) {}

    LockState& lock() const noexcept { return *lock_; }
    WaitLine& line() noexcept { return line_; }
    std::size_t waiting() const noexcept { return line_.size(); }
    void notify(std::size_t most);  ///< Throws RuntimeError when the lock is free.

private:
    Reference<LockState> lock_;
    WaitLine line_{words};
    static const LineWords words;
};

/// The steps: release the lock, be notified, take the lock back, then end or begin again.
class ConditionStep : public LockWait {
protected:
    explicit ConditionStep(ConditionState& condition) noexcept
        : LockWait(condition, condition.lock()), condition_(condition) {}

    ConditionState& condition() const noexcept { return condition_; }
    Next wait();  ///< Throws RuntimeError when the lock is free.

private:
    Next go_on(Left left) noexcept override;
    /// Asked when the lock is held again: whether to stop waiting.
    virtual bool content() noexcept { return true; }
    Next release_and_wait() noexcept;
    Next take_back(Next acquired) noexcept;

    ConditionState& condition_;
    bool notified_ = false;  // notified or cancelled: the task now waits for the lock
    Next end_ = Next::done;
};

}  // namespace detail

/// What Condition::wait() returns: await it.
class [[nodiscard("nothing waits until it is awaited: write co_await before wait()")]] ConditionWait final
    : public detail::ConditionStep {
public:
    /// The lock is held again, even if this throws: CancelledError, or RuntimeError when the condition was
    /// destroyed meanwhile.
    void await_resume() { end(); }

    explicit ConditionWait(detail::ConditionState& condition) noexcept : ConditionStep(condition) {}
    ConditionWait(ConditionWait&& other) noexcept
        : ConditionWait(other.condition()) {}  // before it is awaited

private:
    Next start() override { return wait(); }
};

/// What Condition::wait_for() returns: await it.
template <class Predicate>
class [[nodiscard(
    "nothing waits until it is awaited: write co_await before wait_for()")]] ConditionWaitFor final
    : public detail::ConditionStep {
public:
    using Value = std::decay_t<std::invoke_result_t<Predicate&>>;

    /// The last result of the predicate. Throws the predicate's exception, or as ConditionWait does.
    Value await_resume() {
        end();
        if (error_) std::rethrow_exception(error_);
        return std::move(*value_);
    }

    ConditionWaitFor(detail::ConditionState& condition, Predicate predicate)
        : ConditionStep(condition), predicate_(std::move(predicate)) {}
    ConditionWaitFor(ConditionWaitFor&& other)  // before it is awaited
        : ConditionWaitFor(other.condition(), std::move(other.predicate_)) {}

private:
    Next start() override {
        error_ = nullptr;
        return content() ? Next::done : wait();
    }
    bool content() noexcept override {
        try {
            value_.emplace(predicate_());
            return static_cast<bool>(*value_);
        } catch (...) {
            error_ = std::current_exception();
            return true;
        }
    }

    Predicate predicate_;
    std::optional<Value> value_;
    std::exception_ptr error_;
};

/// Lets a task that holds a lock wait until another task, which then holds the lock, says that something has
/// changed. It may be made before run(). A task that still waits when it is destroyed gets a RuntimeError.
class Condition {
public:
    /// With its own lock.
    Condition() : Condition(*detail::Reference(new detail::LockState)) {}
    /// With a lock that is also used elsewhere. The lock may be destroyed before the condition.
    explicit Condition(Lock& lock) : Condition(lock.state()) {}
    ~Condition() { state_->line().close(); }
    Condition(const Condition&) = delete;
    Condition& operator=(const Condition&) = delete;

    /// As Lock::acquire() and Lock::locked(), of the condition's lock.
    LockAcquire acquire() noexcept { return LockAcquire(state_->lock()); }
    bool locked() const noexcept { return state_->lock().locked(); }

    /// Releases the lock, waits for notify(), and takes the lock back, also when the task is cancelled
    /// meanwhile. The guard stays as it is. It may return without a call of notify(): check again, or use
    /// wait_for(). Requires: the lock is held; throws RuntimeError when it is free.
    ConditionWait wait() noexcept { return ConditionWait(*state_); }

    /// Waits until `predicate`, called with the lock held, gives a true value; gives that value. The loop,
    /// not the task, calls the predicate. Everything that the predicate refers to must live as long as the
    /// wait.
    template <std::invocable Predicate>
    ConditionWaitFor<Predicate> wait_for(Predicate predicate) {
        return ConditionWaitFor<Predicate>(*state_, std::move(predicate));
    }

    /// Wakes the first `most` waiting tasks; each goes on as soon as it has the lock back. If one of them is
    /// cancelled before that, another one is notified instead. Throws RuntimeError when the lock is free.
    void notify(std::size_t most = 1) { state_->notify(most); }
    void notify_all() { state_->notify(state_->waiting()); }

private:
    explicit Condition(detail::LockState& lock) : state_(new detail::ConditionState(lock)) {}

    detail::Reference<detail::ConditionState> state_;
};

}  // namespace aio
