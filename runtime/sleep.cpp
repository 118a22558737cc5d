#include "runtime/sleep.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

#include <new>

namespace aio {

namespace detail {

SleepWait::SleepWait(Duration length, std::uint32_t line) {
    Loop& loop = *Loop::current_or_null();
    loop.wait_on(*this, line);
    loop.arm(*this, length);
    if (loop.observed()) loop.tell({.kind = EventKind::sleep_began, .line = line, .length = length});
}

SleepWait::~SleepWait() = default;

bool SleepWait::end(Duration length, std::uint32_t line) noexcept {
    const bool cancelled = Loop::take_cancel(*this);
    Loop& loop = *Loop::current_or_null();
    if (loop.observed()) {
        loop.tell({.kind = EventKind::sleep_ended,
                   .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                   .line = line,
                   .length = length});
    }
    return cancelled;
}

bool SleepWait::cancel(CancelWork& work) noexcept {
    Loop::current().timers().remove(*this);
    return Waiter::cancel(work);
}

void SleepWait::run() { Loop::current_or_null()->wake(*this); }

std::string SleepWait::describe() const { return "a sleep"; }

}  // namespace detail

void Sleep::await_suspend(std::coroutine_handle<>) {
    detail::Loop& loop = detail::Loop::current();
    if (length_ > Duration::zero()) return begin_wait();
    loop.yield(line_);
}

void Sleep::await_resume() {
    if (waits_) return end_wait();
    if (detail::Loop::current_or_null()->take_cancel()) [[unlikely]]
        detail::Waiter::throw_cancelled();
}

void Sleep::begin_wait() {
    if (waits_) {
        throw RuntimeError("somebody awaits this sleep already: call sleep() again for one of your own");
    }
    new (&wait_) detail::SleepWait(length_, line_);
    waits_ = true;
}

void Sleep::end_wait() {
    const bool cancelled = wait_.end(length_, line_);
    wait_.~SleepWait();
    waits_ = false;
    if (cancelled) detail::Waiter::throw_cancelled();
}

}  // namespace aio
