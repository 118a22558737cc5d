#include "runtime/sleep.hpp"

#include "runtime/loop/loop.hpp"

namespace aio {

void Sleep::await_suspend(std::coroutine_handle<>) {
    detail::Loop& loop = detail::Loop::current();
    loop.wait_on(*this, line_);
    if (length_ <= Duration::zero()) {
        loop.wake(*this);
        if (loop.observed()) [[unlikely]] loop.tell({.kind = EventKind::yielded, .line = line_});
        return;
    }
    loop.arm(*this, length_);
    if (loop.observed()) [[unlikely]] loop.tell({.kind = EventKind::sleep_began, .line = line_, .length = length_});
}

void Sleep::await_resume() {
    detail::Loop& loop = *detail::Loop::current_or_null();
    const bool cancelled = detail::Loop::take_cancel(*this);
    if (loop.observed() && length_ > Duration::zero()) {
        loop.tell({.kind = EventKind::sleep_ended,
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
