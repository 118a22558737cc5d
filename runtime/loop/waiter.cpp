#include "runtime/loop/waiter.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/task_state.hpp"

namespace aio::detail {

Waiter::~Waiter() {
    if (task_ != nullptr && task_->waiting_ == this) task_->waiting_ = nullptr;
}

void Waiter::suspend(std::uint32_t line) noexcept {
    Loop& loop = *Loop::current_or_null();
    task_ = loop.current_task();
    state_ = State::pending;
    task_->waiting_ = this;
    loop.current_frame()->line = line;
}

void Waiter::wake() noexcept {
    if (state_ != State::pending) return;
    state_ = State::woken;
    task_->make_ready();
}

bool Waiter::take_cancel() noexcept {
    if (task_ == nullptr) return false;  // it never had to wait
    const bool thrown = state_ == State::cancelled || task_->throw_now_;
    task_->throw_now_ = false;
    task_ = nullptr;
    state_ = State::idle;
    return thrown;
}

void Waiter::throw_cancelled() { throw CancelledError(); }

bool Waiter::cancel(CancelWork&) noexcept {
    if (state_ != State::pending) return false;
    cancel_wait();
    return true;
}

void Waiter::cancel_wait() noexcept {
    state_ = State::cancelled;
    task_->make_ready();
}

}  // namespace aio::detail
