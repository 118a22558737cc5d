#include "runtime/loop/ended_wait.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

namespace aio::detail {

EndedWait::EndedWait(TaskState& task) : awaited_(&task), over_(task.done()) {
    if (!over_) task.add_done_callback(*this);
}

// The waiting task is woken one turn later, and runs in the turn after that. asyncio needs the same two
// turns, for the future between.
void EndedWait::task_done() noexcept { Loop::current_or_null()->make_ready(*this); }

void EndedWait::run() {
    over_ = true;
    wake();
}

bool EndedWait::ready() {
    if (Loop::current().current_task() == awaited_.get()) {
        throw RuntimeError("a task cannot await itself: it would wait for ever");
    }
    return over_;
}

void EndedWait::begin(std::uint32_t line) noexcept {
    suspend(line);
    Loop& loop = *Loop::current_or_null();
    if (loop.observed()) {
        loop.tell({.kind = EventKind::wait_began,
                   .line = line,
                   .subject = awaited_->id(),
                   .detail = "task",
                   .awaited = Awaited::task});
    }
}

void EndedWait::end(std::uint32_t line) {
    const bool waited = task() != nullptr;
    const bool cancelled = take_cancel();
    Loop& loop = Loop::current();
    if (waited && loop.observed()) {
        loop.tell({.kind = EventKind::wait_ended,
                   .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                   .line = line,
                   .subject = awaited_->id(),
                   .detail = "task",
                   .awaited = Awaited::task});
    }
    if (cancelled) throw_cancelled();
}

Awaiting EndedWait::awaiting() const { return {Awaited::task, awaited_->name()}; }

}  // namespace aio::detail
