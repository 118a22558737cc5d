#include "runtime/loop/group_state.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/ready_queue.hpp"

#include <coroutine>
#include <string>
#include <utility>

namespace aio::detail {

/// A task of the group, until the turn after its end. On the heap: a group may outlive millions of them.
class GroupState::Child final : private DoneCallback, private Runnable {
public:
    Child(GroupState& group, TaskState& task) : group_(group), task_(&task), previous_(group.last_) {
        (group.last_ != nullptr ? group.last_->next_ : group.first_) = this;
        group.last_ = this;
        task.add_done_callback(*this);
    }
    ~Child() {
        TaskState::remove_done_callback(*this);  // before the reference below goes
        (previous_ != nullptr ? previous_->next_ : group_.first_) = next_;
        (next_ != nullptr ? next_->previous_ : group_.last_) = previous_;
    }

    TaskState& task() const noexcept { return *task_; }
    Child* next() const noexcept { return next_; }

private:
    void task_done() noexcept override { Loop::current_or_null()->make_ready(*this); }
    void run() override { group_.child_ended(*this); }

    GroupState& group_;
    Reference<TaskState> task_;
    Child* previous_;
    Child* next_ = nullptr;
};

/// Until the last child has ended. Gives whether the task was cancelled meanwhile, instead of throwing.
class GroupState::AllEnded final : public Waiter {
public:
    explicit AllEnded(GroupState& group) : group_(group) {}
    ~AllEnded() { group_.all_ended_ = nullptr; }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept {
        suspend(group_.line_);
        group_.all_ended_ = this;
        Loop& loop = *Loop::current_or_null();
        if (loop.observed()) {
            loop.tell({.kind = EventKind::wait_began,
                       .line = group_.line_,
                       .detail = "task_group",
                       .awaited = Awaited::task_group});
        }
    }
    bool await_resume() {
        group_.all_ended_ = nullptr;
        const bool cancelled = take_cancel();
        Loop& loop = Loop::current();
        if (loop.observed()) {
            loop.tell({.kind = EventKind::wait_ended,
                       .outcome = cancelled ? Outcome::cancelled : Outcome::returned,
                       .line = group_.line_,
                       .detail = "task_group",
                       .awaited = Awaited::task_group});
        }
        return cancelled;
    }

private:
    Awaiting awaiting() const override {
        std::string names;
        int left = 0;
        for (const Child* child = group_.first_; child != nullptr; child = child->next()) {
            if (++left <= 3) names += (left > 1 ? ", " : "") + child->task().name();
        }
        return {Awaited::task_group, "task_group of " + names + (left > 3 ? " and others" : "")};
    }

    GroupState& group_;
};

GroupState::~GroupState() {
    while (first_ != nullptr) delete first_;
}

const char* GroupState::closed() const noexcept {
    if (exiting_ && first_ == nullptr) {
        return "this task group is over: call create_task() while the body of task_group() runs, or a child "
               "of it";
    }
    if (aborting_)
        return "this task group is being stopped, since a child failed or it was cancelled: it takes no more "
               "tasks";
    return nullptr;
}

void GroupState::add(TaskState& task) { new Child(*this, task); }

void GroupState::enter(Coroutine<> body, std::uint32_t line) {
    Loop& loop = Loop::current();
    parent_ = loop.current_task();
    line_ = line;
    scope_ = run(std::move(body)).release();
    // Reports show this wait at the student's co_await task_group(…).
    scope_->name = "task_group";
    scope_->file = loop.current_frame()->file;
    scope_->line = line;
}

bool GroupState::start() noexcept { return await_child(*scope_, line_); }

void GroupState::leave() {
    if (scope_->error) std::rethrow_exception(take_error(*scope_));
    scope_->handle().destroy();
}

Coroutine<> GroupState::run(Coroutine<> body) {
    bool cancelled = false;
    std::exception_ptr error;
    try {
        co_await body;
    } catch (const CancelledError&) {
        cancelled = true;
    } catch (...) {
        error = std::current_exception();
    }
    exiting_ = true;
    if ((cancelled || error) && !aborting_) abort();
    // Again and again: the awaiting task may be cancelled while it waits, more than once.
    while (first_ != nullptr) {
        const bool cancelled_meanwhile = co_await AllEnded(*this);
        if (cancelled_meanwhile && !aborting_) {
            cancelled = true;
            abort();
        }
    }
    if (parent_cancel_requested_ && parent_->uncancel() == 0) cancelled = false;
    if (cancelled && failures_.empty()) throw CancelledError();
    if (error) failures_.emplace_back("the body of the task group", error);
    if (!failures_.empty()) throw_failures();
}

void GroupState::throw_failures() {
    // If the task was cancelled from outside, the errors are thrown first and the cancellation again at the
    // next wait. cancelling() does not change.
    if (parent_->cancel_requests() > 0) {
        parent_->uncancel();
        parent_->cancel();
    }
    throw ExceptionGroup(std::move(failures_));
}

void GroupState::abort() {
    aborting_ = true;
    for (Child* child = first_; child != nullptr; child = child->next()) child->task().cancel();
}

void GroupState::child_ended(Child& child) {
    const Reference<TaskState> task(&child.task());
    delete &child;
    if (all_ended_ != nullptr && first_ == nullptr) all_ended_->wake();
    if (task->cancelled()) return;
    const std::exception_ptr error = task->error();
    if (!error) return;
    failures_.emplace_back(task->name(), error);
    if (aborting_ || parent_cancel_requested_) return;
    abort();
    // The body is stopped by cancelling the awaiting task; run() takes that back when all have ended.
    parent_cancel_requested_ = true;
    parent_->cancel();
}

}  // namespace aio::detail
