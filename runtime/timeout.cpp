#include "runtime/timeout.hpp"

#include "runtime/loop/loop.hpp"

namespace aio {

namespace {

Duration from_now(Duration length) {
    const Duration moment = now();
    return length > Duration::max() - moment ? Duration::max() : moment + length;
}

}  // namespace

TimeoutScope::TimeoutScope(Duration length) : when_(from_now(length)) {}

void TimeoutScope::enter(std::uint32_t line) {
    if (deadline_.used())
        throw RuntimeError("a TimeoutScope is used once: make a new one for the next timeout()");
    std::optional<Duration> length;
    if (when_) length = *when_ - now();
    deadline_.enter(length, line);
}

void TimeoutScope::reschedule(std::optional<Duration> length) {
    if (!deadline_.used()) {
        throw RuntimeError(
            "a TimeoutScope can be rescheduled while its body runs: give it to timeout() first");
    }
    if (deadline_.expired())
        throw RuntimeError("this TimeoutScope has expired: it is too late to reschedule it");
    if (!deadline_.entered())
        throw RuntimeError("this TimeoutScope's body is over: there is nothing to reschedule");
    when_ = length ? std::optional<Duration>(from_now(*length)) : std::nullopt;
    const detail::Frame* frame = detail::Loop::current().current_frame();
    deadline_.set(length, frame != nullptr ? frame->line : 0);
}

}  // namespace aio
