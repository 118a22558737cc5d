#include "runtime/loop/gather_state.hpp"

#include "runtime/loop/loop.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace aio::detail {

Reference<GatherState> GatherState::of(std::vector<Reference<TaskState>> tasks) {
    return Reference<GatherState>(new GatherState(std::move(tasks)));
}

GatherState::GatherState(std::vector<Reference<TaskState>> tasks)
    : pending_(tasks.size()), children_(tasks.size()) {
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        Child& child = children_[i];
        child.gather = this;
        child.task = std::move(tasks[i]);
        if (child.task->done()) {
            child.task_done();
        } else {
            child.task->add_done_callback(child);
        }
    }
}

void GatherState::Child::task_done() noexcept { Loop::current_or_null()->make_ready(*this); }

void GatherState::Child::run() { gather->child_ended(*task); }

void GatherState::child_ended(TaskState& task) {
    --pending_;
    if (first_failed_ == nullptr && task.failed()) {
        first_failed_ = &task;
        // Once: children that were cancelled with the gather itself are left to their cleanup.
        if (!cancel_requested_) {
            for (const Child& child : children_) child.task->cancel();
        }
    }
    if (pending_ == 0) wake();
}

void GatherState::begin(std::uint32_t line) noexcept {
    suspend(line);
    Loop& loop = *Loop::current_or_null();
    if (loop.observed()) loop.tell({.kind = EventKind::wait_began, .line = line, .detail = "gather"});
    line_ = line;
}

void GatherState::end(std::uint32_t line) {
    const bool waited = task() != nullptr;
    const bool cancelled = take_cancel() || cancel_requested_;
    Loop& loop = Loop::current();
    if (waited && loop.observed()) {
        loop.tell({.kind = EventKind::wait_ended,
                   .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                   .line = line,
                   .detail = "gather"});
    }
    // Every child's error counts as looked at: the first one is thrown, the rest followed from it.
    for (const Child& child : children_) child.task->error();
    if (cancelled) throw_cancelled();
    if (first_failed_ != nullptr) first_failed_->rethrow();
}

bool GatherState::cancel(CancelWork& work) noexcept {
    if (!pending()) return false;
    bool any = false;
    for (const Child& child : std::views::reverse(children_)) {  // the work list is taken from its end
        if (child.task->done()) continue;
        work.add(*child.task);
        any = true;
    }
    cancel_requested_ = cancel_requested_ || any;
    return any;
}

std::string GatherState::describe() const {
    std::string names;
    std::size_t left = 0;
    for (const Child& child : children_) {
        if (child.task->done()) continue;
        ++left;
        if (left <= 3) names += (left > 1 ? ", " : "") + child.task->name();
    }
    return "gather of " + names + (left > 3 ? " and others" : "");
}

}  // namespace aio::detail
