#include "runtime/sync/wait.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

#include <utility>

namespace aio::detail {

bool WaitLine::wake_first() noexcept {
    if (first_ == nullptr) return false;
    first_->wake_up();
    return true;
}

void WaitLine::wake_all() noexcept {
    while (wake_first()) {
    }
}

void WaitLine::wake(std::size_t most) noexcept {
    for (; most > 0 && wake_first(); --most) {
    }
}

void WaitLine::close() noexcept {
    closed_ = true;
    for (SyncWait* wait = first_; wait != nullptr;) {
        SyncWait* next = wait->next_;
        if (wait->waits()) wait->called(SyncWait::Phase::destroyed);
        wait = next;
    }
}

bool SyncWait::await_ready(std::uint32_t line) {
    Loop::current();  // throws outside run()
    if (task() != nullptr) {
        throw RuntimeError("somebody awaits this already: call the function again for a wait of your own");
    }
    line_ = line;
    outcome_ = start();
    return outcome_ != Next::wait;
}

void SyncWait::await_suspend(std::coroutine_handle<>) noexcept {
    suspend(line_);
    tell(EventKind::wait_began, Outcome::returned);
}

void SyncWait::wake_up() noexcept {
    if (waits()) called(Phase::woken);
}

void SyncWait::end() {
    const bool waited = task() != nullptr;
    const bool cancelled = take_cancel() || outcome_ == Next::cancelled;
    if (waited) {
        tell(EventKind::wait_ended, cancelled                     ? Outcome::cancelled
                                    : outcome_ == Next::destroyed ? Outcome::raised
                                                                  : Outcome::returned);
    }
    if (cancelled) throw_cancelled();
    if (outcome_ == Next::destroyed) {
        throw RuntimeError(
            std::string("the ") + destroyed_ +
            (waited ? " was destroyed while this coroutine waited" : " was destroyed before it was awaited") +
            ": keep it alive until everybody who uses it has ended");
    }
}

SyncWait::Next SyncWait::wait_in(WaitLine& line) noexcept {
    words_ = &line.words_;
    if (first_words_ == nullptr) first_words_ = words_;
    if (line.closed_) {
        destroyed_ = words_->thing;
        return Next::destroyed;
    }
    phase_ = Phase::waiting;
    in_line_ = &line;
    previous_ = line.last_;
    (line.last_ != nullptr ? line.last_->next_ : line.first_) = this;
    line.last_ = this;
    ++line.size_;
    return Next::wait;
}

void SyncWait::run() {
    Left left = Left::woken;
    if (phase_ == Phase::destroyed) {
        left = Left::destroyed;
        destroyed_ = words_->thing;
    }
    if (phase_ == Phase::cancelled) left = Left::cancelled_in_line;
    if (phase_ != Phase::cancelled && cancelled_again_) left = Left::cancelled_once_woken;
    leave();
    phase_ = Phase::elsewhere;
    cancelled_again_ = false;
    outcome_ = go_on(left);
    if (outcome_ == Next::wait) {
        // Something that go_on() called may have cancelled it.
        if (std::exchange(cancelled_again_, false)) called(Phase::cancelled);
        return;
    }
    if (cancelled_again_) outcome_ = Next::cancelled;
    task()->run();  // this is gone now
}

bool SyncWait::cancel(CancelWork&) noexcept {
    if (waits()) {
        called(Phase::cancelled);
    } else {
        cancelled_again_ = true;
    }
    return true;
}

Awaiting SyncWait::awaiting() const { return {words_->awaited, words_->waits_for}; }

void SyncWait::called(Phase phase) noexcept {
    phase_ = phase;
    if (in_line_->until_ == WaitLine::Until::called) {
        leave();
    } else if (phase == Phase::cancelled) {
        --in_line_->size_;
    }
    Loop::current_or_null()->make_ready(*this);
}

void SyncWait::leave() noexcept {
    if (in_line_ == nullptr) return;
    WaitLine& line = *std::exchange(in_line_, nullptr);
    (previous_ != nullptr ? previous_->next_ : line.first_) = next_;
    (next_ != nullptr ? next_->previous_ : line.last_) = previous_;
    previous_ = next_ = nullptr;
    if (line.until_ == WaitLine::Until::called || phase_ != Phase::cancelled) --line.size_;
}

void SyncWait::tell(EventKind kind, Outcome outcome) noexcept {
    Loop& loop = *Loop::current_or_null();
    if (loop.observed())
        loop.tell({.kind = kind,
                   .outcome = outcome,
                   .line = line_,
                   .detail = first_words_->detail,
                   .awaited = first_words_->awaited});
}

}  // namespace aio::detail
