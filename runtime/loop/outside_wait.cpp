#include "runtime/loop/outside_wait.hpp"

#include "runtime/loop/loop.hpp"

namespace aio::detail {

void OutsideWaits::wake_all() noexcept {
    while (first_ != nullptr) {
        OutsideWait& wait = *first_;
        wait.leave();
        wait.wake();
    }
}

void OutsideWait::await_suspend(std::coroutine_handle<>) noexcept {
    suspend(line_);
    listed_ = true;
    previous_ = waits_.last_;
    (waits_.last_ != nullptr ? waits_.last_->next_ : waits_.first_) = this;
    waits_.last_ = this;
    Loop::current_or_null()->outside_began();
}

void OutsideWait::leave() noexcept {
    if (!listed_) return;
    listed_ = false;
    (previous_ != nullptr ? previous_->next_ : waits_.first_) = next_;
    (next_ != nullptr ? next_->previous_ : waits_.last_) = previous_;
    previous_ = next_ = nullptr;
    Loop::current_or_null()->outside_ended();
}

bool OutsideWait::cancel(CancelWork& work) noexcept {
    leave();
    return Waiter::cancel(work);
}

}  // namespace aio::detail
