#include "runtime/loop/join.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

namespace aio::detail {

namespace {

[[noreturn, gnu::cold]] void throw_awaits_itself() {
    throw RuntimeError("a task cannot await itself: it would wait for ever");
}

}  // namespace

bool Join::ready() {
    if (Loop::current().current_task() == task_) throw_awaits_itself();
    return task_->done();
}

void Join::begin(std::uint32_t line) noexcept {
    suspend(line);
    task_->add_done_callback(*this);
    Loop& loop = *Loop::current_or_null();
    if (loop.observed()) {
        loop.tell({.kind = EventKind::wait_began,
                   .line = line,
                   .subject = task_->id(),
                   .detail = "task",
                   .awaited = Awaited::task});
    }
}

void Join::end(std::uint32_t line) {
    const bool waited = task() != nullptr;
    const bool cancelled = Loop::take_cancel(*this);
    if (waited && Loop::current_or_null()->observed()) tell_ended(cancelled, line);
    if (cancelled) throw_cancelled();
    if (task_->failed()) task_->rethrow();
}

void Join::tell_ended(bool cancelled, std::uint32_t line) const noexcept {
    Loop::current_or_null()->tell({.kind = EventKind::wait_ended,
                                   .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                                   .line = line,
                                   .subject = task_->id(),
                                   .detail = "task",
                                   .awaited = Awaited::task});
}

bool Join::cancel(CancelWork& work) noexcept {
    if (!pending()) return false;
    work.add(*task_);
    return true;
}

Awaiting Join::awaiting() const { return {Awaited::task, task_->name()}; }

}  // namespace aio::detail
