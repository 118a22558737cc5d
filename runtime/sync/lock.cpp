#include "runtime/sync/lock.hpp"

namespace aio {

namespace detail {

constinit const LineWords LockState::words{
    .awaited = Awaited::lock, .thing = "lock", .detail = "lock", .waits_for = "a lock that is held"};

bool LockState::try_acquire() noexcept {
    if (locked_ || line_.size() > 0) return false;
    locked_ = true;
    return true;
}

void LockState::release() noexcept {
    if (!locked_) return;
    locked_ = false;
    wake_first();
}

// If the first was cancelled and has not run yet, no task is woken now: it passes the lock on when it runs.
void LockState::wake_first() noexcept {
    if (SyncWait* first = line_.first()) first->wake_up();
}

SyncWait::Next LockWait::acquire() noexcept {
    return lock_.try_acquire() ? Next::done : wait_in(lock_.line_);
}

SyncWait::Next LockWait::acquired(Left left) noexcept {
    if (left == Left::destroyed) return Next::destroyed;
    if (left == Left::woken) {
        lock_.locked_ = true;
        return Next::done;
    }
    if (!lock_.locked_) lock_.wake_first();
    return Next::cancelled;
}

}  // namespace detail

void Guard::release() noexcept {
    if (!lock_) return;
    lock_->release();
    lock_ = {};
}

}  // namespace aio
