#include "runtime/loop/semaphore_state.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/sync/semaphore.hpp"

namespace aio {

void Permit::release() noexcept {
    if (!semaphore_) return;
    semaphore_->release();
    semaphore_ = {};
}

namespace detail {

Reference<SemaphoreState> SemaphoreState::with(int slots, int most) {
    if (slots < 0)
        throw ValueError("a semaphore cannot have " + std::to_string(slots) + " slots: use 0 or more");
    return Reference<SemaphoreState>(new SemaphoreState(slots, most));
}

SemaphoreState::SemaphoreState(int slots, int most) : free_(slots), most_(most) {
    if (Loop::current_or_null() != nullptr) tell(EventKind::semaphore_created, 0);
}

void SemaphoreState::tell(EventKind kind, std::uint32_t line) noexcept {
    Loop& loop = *Loop::current_or_null();
    if (id_ == 0) id_ = loop.next_subject();  // a semaphore that was made before run() gets its number now
    if (loop.observed()) loop.tell({.kind = kind, .line = line, .subject = id_, .count = free_});
}

void SemaphoreState::release_by_hand() {
    if (free_ == most_) {
        throw ValueError("release() of a semaphore whose " + std::to_string(most_) +
                         " slots are all free: a Permit gives its own slot back by itself");
    }
    release();
}

void SemaphoreState::release() noexcept {
    if (free_ == most_) return;
    ++free_;
    if (Loop::current_or_null() == nullptr) return;
    tell(EventKind::semaphore_released, 0);
    wake_first();
}

void SemaphoreState::close() noexcept {
    while (first_ != nullptr) {
        SemaphoreWaiter& waiter = *first_;
        remove(waiter);
        --in_line_;
        waiter.broken_ = true;
        waiter.wake();
    }
}

bool SemaphoreState::wake_first() noexcept {
    if (first_ == nullptr) return false;
    SemaphoreWaiter& waiter = *first_;
    remove(waiter);
    --free_;
    waiter.handed_ = true;
    waiter.wake();
    return true;
}

void SemaphoreState::push(SemaphoreWaiter& waiter) noexcept {
    waiter.queued_ = true;
    waiter.previous_ = last_;
    (last_ != nullptr ? last_->next_ : first_) = &waiter;
    last_ = &waiter;
}

void SemaphoreState::remove(SemaphoreWaiter& waiter) noexcept {
    waiter.queued_ = false;
    (waiter.previous_ != nullptr ? waiter.previous_->next_ : first_) = waiter.next_;
    (waiter.next_ != nullptr ? waiter.next_->previous_ : last_) = waiter.previous_;
    waiter.previous_ = waiter.next_ = nullptr;
}

SemaphoreWaiter::~SemaphoreWaiter() {
    if (queued_) {
        semaphore_.remove(*this);
        --semaphore_.in_line_;
    }
    if (handed_) {  // destroyed between the hand-over and the next step: the slot goes on to the next in line
        --semaphore_.in_line_;
        ++semaphore_.free_;
        semaphore_.hand_out();
    }
}

bool SemaphoreWaiter::ready(std::uint32_t line) {
    Loop::current();  // throws outside run()
    if (semaphore_.locked()) return false;
    --semaphore_.free_;
    semaphore_.tell(EventKind::semaphore_acquired, line);
    return true;
}

void SemaphoreWaiter::begin(std::uint32_t line) noexcept {
    suspend(line);
    ++semaphore_.in_line_;
    semaphore_.push(*this);
    semaphore_.tell(EventKind::semaphore_wait_began, line);
}

void SemaphoreWaiter::end(std::uint32_t line) {
    if (task() == nullptr) return;  // it did not have to wait
    const bool cancelled = take_cancel();
    if (handed_) {
        handed_ = false;
        --semaphore_.in_line_;
        if (cancelled) ++semaphore_.free_;
    }
    semaphore_.tell(cancelled || broken_ ? EventKind::semaphore_wait_ended : EventKind::semaphore_acquired,
                    line);
    if (!broken_) semaphore_.hand_out();
    if (cancelled) throw_cancelled();
    if (broken_) {
        throw RuntimeError(
            "the semaphore was destroyed while this coroutine waited for it: keep it alive until "
            "everybody who uses it has ended");
    }
}

bool SemaphoreWaiter::cancel(CancelWork& work) noexcept {
    if (!Waiter::cancel(work)) return false;
    semaphore_.remove(*this);
    --semaphore_.in_line_;
    return true;
}

}  // namespace detail

}  // namespace aio
