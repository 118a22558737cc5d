#include "runtime/sleep.hpp"

#include "runtime/loop/loop.hpp"

namespace aio {

void Sleep::await_suspend(std::coroutine_handle<>) {
    detail::Loop& loop = detail::Loop::current();
    loop.wait_on(*this, line_);
    if (length_ > Duration::zero()) return arm();
    loop.wake(*this);
    if (loop.observed()) tell_began();
}

void Sleep::arm() {
    detail::Loop& loop = *detail::Loop::current_or_null();
    loop.arm(*this, length_);
    if (loop.observed()) tell_began();
}

void Sleep::await_resume() {
    const bool cancelled = detail::Loop::take_cancel(*this);
    if (detail::Loop::current_or_null()->observed() || cancelled) end(cancelled);
}

void Sleep::tell_began() const noexcept {
    const bool waits = length_ > Duration::zero();
    detail::Loop::current_or_null()->tell({.kind = waits ? EventKind::sleep_began : EventKind::yielded,
                                           .line = line_,
                                           .length = waits ? length_ : Duration::zero()});
}

void Sleep::end(bool cancelled) const {
    if (length_ > Duration::zero()) {
        detail::Loop::current_or_null()->tell({.kind = EventKind::sleep_ended,
                                               .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                                               .line = line_,
                                               .length = length_});
    }
    if (cancelled) throw_cancelled();
}

bool Sleep::cancel(detail::CancelWork& work) noexcept {
    detail::Loop::current().timers().remove(*this);
    return Waiter::cancel(work);
}

void Sleep::run() { detail::Loop::current_or_null()->wake(*this); }

std::string Sleep::describe() const { return "a sleep"; }

}  // namespace aio
