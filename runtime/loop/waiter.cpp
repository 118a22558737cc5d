#include "runtime/loop/waiter.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/task_state.hpp"

namespace aio::detail {

void Waiter::leave_task() noexcept {
    if (task_->waiting_ == this) task_->waiting_ = nullptr;
}

void Waiter::suspend(std::uint32_t line) noexcept { Loop::current_or_null()->wait_on(*this, line); }

void Waiter::wake() noexcept { Loop::current_or_null()->wake(*this); }

bool Waiter::take_cancel() noexcept { return Loop::take_cancel(*this); }

void Waiter::throw_cancelled() { throw CancelledError(); }

bool Waiter::cancel(CancelWork&) noexcept {
    if (state_ != State::pending) return false;
    cancel_wait();
    return true;
}

void Waiter::break_ring(TaskState&) noexcept {
    if (state_ == State::pending) cancel_wait();
}

void Waiter::cancel_wait() noexcept {
    state_ = State::cancelled;
    task_->make_ready();
}

}  // namespace aio::detail
