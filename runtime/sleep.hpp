#pragma once

#include "runtime/duration.hpp"
#include "runtime/loop/timer_heap.hpp"
#include "runtime/loop/waiter.hpp"

#include <coroutine>
#include <cstdint>
#include <string>

namespace aio {

/// What sleep() returns: await it.
class [[nodiscard("nothing waits until it is awaited: write co_await before sleep()")]] Sleep final
    : private detail::Waiter,
      private detail::Timer {
public:
    explicit Sleep(Duration length) noexcept : length_(length) {}
    Sleep(Sleep&& other) noexcept : length_(other.length_) {}  // before it is awaited

    bool await_ready(std::uint32_t line = __builtin_LINE()) noexcept {
        line_ = line;
        return false;
    }
    void await_suspend(std::coroutine_handle<>);
    void await_resume();

private:
    bool cancel(detail::CancelWork& work) noexcept override;
    void run() override;
    std::string describe() const override;

    [[gnu::noinline]] void arm();
    // Cold: apart, so that what happens every time stays short.
    [[gnu::cold]] void tell_began() const noexcept;
    [[gnu::cold]] void end(bool cancelled) const;

    std::uint32_t line_ = 0;  // first: it fits where the Timer ends
    Duration length_;
};

/// Waits for `length` of the loop's time; other coroutines run meanwhile. Zero or less lets every other ready
/// coroutine run once. Throws CancelledError when the task is cancelled meanwhile.
inline Sleep sleep(Duration length) noexcept { return Sleep(length); }

}  // namespace aio
