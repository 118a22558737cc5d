#include "runtime/loop/join.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

namespace aio::detail {

bool Join::ready() {
    if (Loop::current().current_task() == task_) {
        throw RuntimeError("a task cannot await itself: it would wait for ever");
    }
    return task_->done();
}

void Join::begin(std::uint32_t line) noexcept {
    suspend(line);
    task_->add_done_callback(*this);
    Loop& loop = *Loop::current_or_null();
    if (loop.observed()) {
        loop.tell({.kind = EventKind::wait_began, .line = line, .subject = task_->id(), .detail = "task"});
    }
}

void Join::end(std::uint32_t line) {
    const bool waited = task() != nullptr;
    const bool cancelled = take_cancel();
    Loop& loop = Loop::current();
    if (waited && loop.observed()) {
        loop.tell({.kind = EventKind::wait_ended,
                   .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                   .line = line,
                   .subject = task_->id(),
                   .detail = "task"});
    }
    if (cancelled) throw_cancelled();
    task_->rethrow();
}

bool Join::cancel(CancelWork& work) noexcept {
    if (!pending()) return false;
    work.add(*task_);
    return true;
}

std::string Join::describe() const { return "the task " + task_->name(); }

}  // namespace aio::detail
