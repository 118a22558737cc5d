#pragma once

#include "runtime/observer.hpp"

#include <cstdint>
#include <string>

namespace aio::detail {

class TaskState;
class CancelWork;

/// What is awaited, as in "waits for …"; for a task, its name.
struct Awaiting {
    Awaited kind{};
    std::string what;
};

/// What a suspended task waits for; lives in the awaiting coroutine's frame. It plays the part of asyncio's
/// future: it is woken or cancelled once, and both make the task ready for the next turn.
class Waiter {
public:
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    /// The task waits on this from now on. `line`: of the co_await.
    void suspend(std::uint32_t line) noexcept;

    /// Makes the task ready, unless something did before.
    void wake() noexcept;

    /// Whether nothing has woken or cancelled it yet.
    bool pending() const noexcept { return state_ == State::pending; }
    bool woken() const noexcept { return state_ == State::woken; }

    /// Called first in await_resume, when the task runs again. Throws CancelledError when the task was
    /// cancelled, also when that came after the wake-up.
    void resume() {
        if (take_cancel()) throw_cancelled();
    }

    /// Like resume(), for a waiter that must clean up before it throws: returns whether to throw.
    bool take_cancel() noexcept;
    [[noreturn]] static void throw_cancelled();

    /// The task is cancelled while it waits. Returns false if the wait is already over, so that the task must
    /// be cancelled at its next step. A waiter that waits for other tasks passes the cancellation on to them
    /// through `work`.
    virtual bool cancel(CancelWork& work) noexcept;

    /// Called while tasks that wait for each other in a ring are cancelled. Stops waiting for `task`.
    virtual void break_ring(TaskState& task) noexcept;

    /// For a deadlock's report, as in "waits for …".
    virtual std::string describe() const { return "something outside aio"; }
    /// The same as a kind and a text, for waits that have their own kind.
    virtual Awaiting awaiting() const { return {Awaited::other, describe()}; }

protected:
    Waiter() = default;
    ~Waiter() {
        if (task_ != nullptr) leave_task();
    }

    TaskState* task() const noexcept { return task_; }

    /// pending → cancelled, and the task is made ready.
    void cancel_wait() noexcept;

private:
    friend class Loop;
    void leave_task() noexcept;

    enum class State : std::uint8_t { idle, pending, woken, cancelled };
    TaskState* task_ = nullptr;
    State state_ = State::idle;
};

}  // namespace aio::detail
