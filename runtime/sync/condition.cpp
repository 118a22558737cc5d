#include "runtime/sync/condition.hpp"

#include "runtime/errors.hpp"

namespace aio::detail {

constinit const LineWords ConditionState::words{.awaited = Awaited::condition,
                                                .thing = "condition",
                                                .detail = "condition",
                                                .waits_for = "a condition to be notified"};

void ConditionState::notify(std::size_t most) {
    if (!lock_->locked()) {
        throw RuntimeError(
            "notify() without the lock: take it first, auto guard = co_await condition.acquire();");
    }
    line_.wake(most);
}

SyncWait::Next ConditionStep::wait() {
    if (!lock().locked()) {
        throw RuntimeError(
            "wait() without the lock: take it first, auto guard = co_await condition.acquire();");
    }
    end_ = Next::done;
    return release_and_wait();
}

SyncWait::Next ConditionStep::release_and_wait() noexcept {
    lock().release();
    notified_ = false;
    const Next next = wait_in(condition_.line());
    return next == Next::wait ? next : go_on(Left::destroyed);
}

SyncWait::Next ConditionStep::go_on(Left left) noexcept {
    if (notified_) return take_back(acquired(left));
    notified_ = true;
    if (left == Left::destroyed) end_ = Next::destroyed;
    if (left == Left::cancelled_in_line || left == Left::cancelled_once_woken) end_ = Next::cancelled;
    return take_back(acquire());
}

SyncWait::Next ConditionStep::take_back(Next acquired) noexcept {
    while (acquired == Next::cancelled) {  // the lock is taken back all the same
        end_ = Next::cancelled;
        acquired = acquire();
    }
    if (acquired == Next::wait) return Next::wait;
    if (acquired == Next::destroyed) end_ = Next::destroyed;
    // It may have been notified: then another task must be notified instead.
    if (end_ != Next::done) condition_.line().wake(1);
    if (end_ != Next::done || content()) return end_;
    return release_and_wait();
}

}  // namespace aio::detail
