#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/task_state.hpp"
#include "runtime/loop/timer_heap.hpp"
#include "runtime/loop/waiter.hpp"

#include <coroutine>
#include <cstdint>
#include <string>
#include <utility>

namespace aio {

namespace detail {

/// What a task waits for while it sleeps: a timer.
class SleepWait final : public Waiter, private Timer {
public:
    SleepWait(Duration length, std::uint32_t line);
    ~SleepWait();
    bool end(Duration length, std::uint32_t line) noexcept;  ///< Whether to throw CancelledError.

private:
    bool cancel(CancelWork& work) noexcept override;
    void run() override;
    std::string describe() const override;
};

/// The task being stepped lets all others run; returns it. `line`: of the co_await. Throws RuntimeError
/// outside run().
TaskState& let_others_run(std::uint32_t line);
[[noreturn]] void throw_awaited_twice();

}  // namespace detail

/// What sleep() returns: await it.
class [[nodiscard("nothing waits until it is awaited: write co_await before sleep()")]] Sleep {
public:
    explicit Sleep(Duration length) noexcept : length_(length) {}
    Sleep(Sleep&& other) noexcept : length_(other.length_) {}  // before it is awaited
    ~Sleep() {
        if (waits_) wait_.~SleepWait();
    }

    bool await_ready(std::uint32_t line = __builtin_LINE()) noexcept {
        line_ = line;
        return false;
    }
    void await_suspend(std::coroutine_handle<>) {
        if (waits_ || yielder_ != nullptr) [[unlikely]]
            detail::throw_awaited_twice();
        if (length_ > Duration::zero()) return begin_wait();
        yielder_ = &detail::let_others_run(line_);
    }
    void await_resume() {
        if (waits_) {
            end_wait();
            waits_ = false;
            return;
        }
        detail::TaskState& task = *std::exchange(yielder_, nullptr);
        if (task.take_cancel()) [[unlikely]]
            detail::Waiter::throw_cancelled();
    }

private:
    // The code of a yield is inline in the coroutine, and short: the loop's work takes a few nanoseconds, so
    // a call would be noticeable.
    void begin_wait();
    void end_wait();

    Duration length_;
    std::uint32_t line_ = 0;
    bool waits_ = false;
    // A task that only yields stays ready all the time, as after asyncio's bare yield, so nobody needs to
    // wake it.
    union {
        detail::TaskState* yielder_ = nullptr;
        detail::SleepWait wait_;  // if waits_
    };
};

/// Waits for `length` of the loop's time; other coroutines run meanwhile. Zero or less lets every other ready
/// coroutine run once. Throws CancelledError when the task is cancelled meanwhile.
inline Sleep sleep(Duration length) noexcept { return Sleep(length); }

/// What sleep() with a result returns: await it.
template <class T>
class [[nodiscard("nothing waits until it is awaited: write co_await before sleep()")]] SleepResult {
public:
    SleepResult(Duration length, T&& result) : sleep_(length), result_(std::move(result)) {}

    bool await_ready(std::uint32_t line = __builtin_LINE()) noexcept { return sleep_.await_ready(line); }
    void await_suspend(std::coroutine_handle<> handle) { sleep_.await_suspend(handle); }
    T await_resume() {
        sleep_.await_resume();
        return std::move(result_);
    }

private:
    Sleep sleep_;
    T result_;
};

/// The same; gives `result` at the end.
template <class T>
SleepResult<T> sleep(Duration length, T result) {
    return SleepResult<T>(length, std::move(result));
}

}  // namespace aio
