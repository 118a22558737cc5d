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

TaskState& let_others_run(std::uint32_t line) { return Loop::current().yield(line); }

void throw_awaited_twice() {
    throw RuntimeError("somebody awaits this sleep already: call sleep() again for one of your own");
}

}  // namespace detail

void Sleep::begin_wait() {
    new (&wait_) detail::SleepWait(length_, line_);
    waits_ = true;
}

void Sleep::end_wait() {
    const bool cancelled = wait_.end(length_, line_);
    wait_.~SleepWait();
    waits_ = false;
    yielder_ = nullptr;
    if (cancelled) detail::Waiter::throw_cancelled();
}

}  // namespace aio
