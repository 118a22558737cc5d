#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/timer_heap.hpp"
#include "runtime/loop/waiter.hpp"

#include <coroutine>
#include <cstdint>
#include <string>

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
    void await_suspend(std::coroutine_handle<>);
    void await_resume();

private:
    // Apart, so that what a yield takes stays short.
    [[gnu::noinline]] void begin_wait();
    [[gnu::noinline]] void end_wait();

    Duration length_;
    std::uint32_t line_ = 0;
    bool waits_ = false;
    // Not for who only lets the others run: he stays ready all the time, as after asyncio's bare yield, and
    // there is nothing to wake up.
    union {
        detail::SleepWait wait_;
    };
};

/// Waits for `length` of the loop's time; other coroutines run meanwhile. Zero or less lets every other ready
/// coroutine run once. Throws CancelledError when the task is cancelled meanwhile.
inline Sleep sleep(Duration length) noexcept { return Sleep(length); }

}  // namespace aio
