#include "runtime/loop/gather_state.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace aio::detail {

Reference<GatherState> GatherState::of(std::vector<Reference<TaskState>> tasks, OnFailure on_failure) {
    return Reference<GatherState>(new GatherState(std::move(tasks), on_failure));
}

GatherState::GatherState(std::vector<Reference<TaskState>> tasks, OnFailure on_failure)
    : on_failure_(on_failure), pending_(tasks.size()), children_(tasks.size()) {
    TaskState* const current = Loop::current().current_task();
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        Child& child = children_[i];
        child.gather = this;
        child.task = std::move(tasks[i]);
        if (child.task.get() == current) maker_ = current;
        if (!child.task->done()) child.task->add_done_callback(child);
    }
    // A task that has already ended costs no turn. Checked only now, since the first that failed cancels the
    // later ones.
    std::vector<TaskState*> ended;
    for (const Child& child : children_) {
        if (child.task->done()) ended.push_back(child.task.get());
    }
    for (TaskState* task : ended) child_ended(*task);
}

void GatherState::Child::task_done() noexcept { Loop::current_or_null()->make_ready(*this); }

void GatherState::Child::run() {
    if (gather->pending_ > 0) {
        gather->child_ended(*task);
        if (gather->pending_ > 0) return;
        if (gather->one_turn_later_) return task_done();  // and here again
    }
    gather->wake();
}

void GatherState::child_ended(TaskState& task) {
    --pending_;
    if (on_failure_ == OnFailure::cancel_others && first_failed_ == nullptr && task.failed()) {
        first_failed_ = &task;
        // Children are cancelled only once: if the gather itself was cancelled, they are already cleaning up.
        if (!cancel_requested_) cancel_children();
    }
}

void GatherState::cancel_children() {
    for (const Child& child : children_) {
        if (child.left()) child.task->cancel();
    }
}

bool GatherState::ready() {
    // A task among its own children counts as one that failed: the others are cancelled and waited for.
    if (maker_ != nullptr && maker_ == Loop::current().current_task() && !misuse_) {
        misuse_ = std::make_exception_ptr(RuntimeError("a task cannot await itself: it would wait for ever"));
        give_up(*maker_);
        cancel_children();
    }
    return pending_ == 0;
}

void GatherState::give_up(const TaskState& task) noexcept {
    for (Child& child : children_) {
        if (child.task.get() != &task || !child.left()) continue;
        TaskState::remove_done_callback(child);
        child.given_up = true;
        --pending_;
    }
}

void GatherState::begin(std::uint32_t line) noexcept {
    suspend(line);
    Loop& loop = *Loop::current_or_null();
    if (loop.observed())
        loop.tell(
            {.kind = EventKind::wait_began, .line = line, .detail = "gather", .awaited = Awaited::gather});
    line_ = line;
}

void GatherState::end(std::uint32_t line) {
    const bool waited = task() != nullptr;
    const bool cancelled = take_cancel();
    Loop& loop = Loop::current();
    if (waited && loop.observed()) {
        loop.tell({.kind = EventKind::wait_ended,
                   .outcome = cancelled || cancel_requested_ ? Outcome::cancelled : Outcome::returned,
                   .line = line,
                   .detail = "gather",
                   .awaited = Awaited::gather});
    }
    // Every child's error counts as retrieved: the first one is thrown, and the others are its consequences.
    // If a late cancellation is thrown instead of the first error, that error is reported later.
    for (const Child& child : children_) {
        if (child.given_up || (cancelled && child.task.get() == first_failed_)) continue;
        child.task->error();
    }
    if (misuse_) std::rethrow_exception(misuse_);
    if (cancelled) throw_cancelled();
    // If a child answered its cancellation with an error, that error is thrown, as in asyncio.
    if (first_failed_ != nullptr) first_failed_->rethrow();
    if (cancel_requested_) throw_cancelled();
}

bool GatherState::cancel(CancelWork& work) noexcept {
    if (!pending()) return false;
    bool any = false;
    for (const Child& child : std::views::reverse(children_)) {  // the work list is taken from its end
        if (!child.left()) continue;
        work.add(*child.task);
        any = true;
    }
    cancel_requested_ = cancel_requested_ || any;
    return any;
}

void GatherState::break_ring(TaskState& task) noexcept {
    if (!pending()) return;
    give_up(task);
    cancel_requested_ = true;
    if (pending_ == 0) wake();
}

Awaiting GatherState::awaiting() const {
    std::string names;
    std::size_t left = 0;
    for (const Child& child : children_) {
        if (!child.left()) continue;
        ++left;
        if (left <= 3) names += (left > 1 ? ", " : "") + child.task->name();
    }
    return {Awaited::gather, "gather of " + names + (left > 3 ? " and others" : "")};
}

Gathering::Gathering() { Loop::current(); }

Gathering::~Gathering() {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        if (!was_a_task_[i]) tasks_[i]->cancel();
    }
}

void Gathering::add(TaskState& task, bool was_a_task) {
    tasks_.emplace_back(&task);
    was_a_task_.push_back(was_a_task);
}

Reference<GatherState> Gathering::begin(OnFailure on_failure) {
    return GatherState::of(std::exchange(tasks_, {}), on_failure);
}

}  // namespace aio::detail
