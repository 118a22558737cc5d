#pragma once

#include "runtime/loop/waiter.hpp"

#include <coroutine>
#include <cstdint>
#include <string>

namespace aio::detail {

class OutsideWait;

/// The coroutines that wait for the same thing outside. Owns none of them.
class OutsideWaits {
public:
    OutsideWaits() = default;
    OutsideWaits(const OutsideWaits&) = delete;
    OutsideWaits& operator=(const OutsideWaits&) = delete;

    bool empty() const noexcept { return first_ == nullptr; }
    void wake_all() noexcept;  ///< in the order in which they came

private:
    friend class OutsideWait;
    OutsideWait* first_ = nullptr;
    OutsideWait* last_ = nullptr;
};

/// One coroutine's wait for something outside: await it. While it waits there is no deadlock and virtual time
/// flows. After a wake-up, check again: the thing may not be there.
class OutsideWait final : public Waiter {
public:
    /// `what` is for messages, as in "waits for …". Requires: `waits` outlives this.
    OutsideWait(OutsideWaits& waits, const char* what) noexcept : waits_(waits), what_(what) {}
    ~OutsideWait() { leave(); }

    bool await_ready(std::uint32_t line = __builtin_LINE()) noexcept {
        line_ = line;
        return false;
    }
    void await_suspend(std::coroutine_handle<>) noexcept;
    void await_resume() { resume(); }

private:
    friend class OutsideWaits;
    void leave() noexcept;
    bool cancel(CancelWork& work) noexcept override;
    std::string describe() const override { return what_; }

    OutsideWaits& waits_;
    const char* what_;
    OutsideWait* previous_ = nullptr;
    OutsideWait* next_ = nullptr;
    bool listed_ = false;
    std::uint32_t line_ = 0;
};

}  // namespace aio::detail
