#include "runtime/loop/task_state.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/report.hpp"

namespace aio::detail {

DoneCallback::~DoneCallback() { TaskState::remove_done_callback(*this); }

TaskState::TaskState(Frame& root, std::string name) : root_(&root), leaf_(&root), name_(std::move(name)) {
    Loop& loop = *Loop::current_;
    id_ = loop.next_task_id();
    if (name_.empty()) name_ = "Task-" + std::to_string(id_);
    loop.add_task(*this);
    loop.make_ready(*this);
    if (loop.observed()) {
        loop.tell({.kind = EventKind::task_created, .subject = id_, .detail = root.name});
    }
}

TaskState::~TaskState() {
    if (error_ && !error_seen_) report_never_retrieved(*this, error_);
}

void TaskState::run() {
    Loop& loop = *Loop::current_;
    throw_now_ = std::exchange(must_cancel_, false);
    waiting_ = nullptr;
    loop.task_ = this;
    if (!started_) {
        started_ = true;
        if (throw_now_) {  // cancelled before it began: the body never runs
            throw_now_ = false;
            must_cancel_ = true;
            end();
            return;
        }
        root_->id = loop.next_coroutine_id();
        if (loop.observed()) {
            loop.tell({.kind = EventKind::coroutine_began, .subject = root_->id, .detail = root_->name});
        }
    }
    Frame* frame = leaf_;
    do {
        loop.frame_ = frame;
        loop.next_frame_ = nullptr;
        frame->handle.resume();
        frame = loop.next_frame_;
    } while (frame != nullptr);
    leaf_ = std::exchange(loop.frame_, nullptr);
    if (leaf_ == root_ && root_->handle.done()) {
        end();
        return;
    }
    loop.task_ = nullptr;
}

void TaskState::end() {
    Loop& loop = *Loop::current_;
    Frame& root = *root_;
    if (root.error) {
        outcome_ = root.cancelled ? Outcome::cancelled : Outcome::raised;
        if (!root.cancelled) error_ = root.error;
    } else if (must_cancel_) {  // cancelled, but no co_await was left to throw at: asyncio ends it as cancelled, too
        outcome_ = Outcome::cancelled;
    } else {
        try {
            collect(root);
        } catch (...) {
            outcome_ = Outcome::raised;
            error_ = std::current_exception();
        }
    }
    root_ = leaf_ = nullptr;
    root.handle.destroy();
    if (loop.observed()) loop.tell({.kind = EventKind::task_ended, .outcome = outcome_, .subject = id_});
    loop.task_ = nullptr;
    loop.remove_task(*this);
    while (first_callback_ != nullptr) {
        DoneCallback& callback = *first_callback_;
        remove_done_callback(callback);
        callback.task_done();
    }
    let_go();
}

void TaskState::tear_down() noexcept {
    Frame* frame = leaf_;
    root_ = leaf_ = nullptr;
    waiting_ = nullptr;
    outcome_ = Outcome::cancelled;
    while (frame != nullptr) {
        Frame* awaiter = frame->awaiter;
        frame->handle.destroy();
        frame = awaiter;
    }
    unlink();
    Loop::current_->remove_task(*this);
    let_go();
}

bool TaskState::cancel() {
    if (done()) return false;
    const std::uint32_t round = Loop::current().next_cancel_round();
    CancelWork work;
    for (TaskState* task = this; task != nullptr; task = work.take()) {
        if (task->done() || task->cancel_round_ == round) continue;
        task->cancel_round_ = round;
        task->request_cancel(work);
    }
    return true;
}

void TaskState::request_cancel(CancelWork& work) noexcept {
    ++cancel_requests_;
    Loop& loop = *Loop::current_;
    if (loop.observed()) loop.tell({.kind = EventKind::cancel_requested, .subject = id_});
    if (waiting_ != nullptr && waiting_->cancel(work)) return;
    must_cancel_ = true;
}

void TaskState::make_ready() noexcept {
    if (!linked()) Loop::current_->make_ready(*this);
}

void TaskState::rethrow() {
    error_seen_ = true;
    if (outcome_ == Outcome::cancelled) throw CancelledError();
    if (error_) std::rethrow_exception(error_);
}

std::exception_ptr TaskState::error() noexcept {
    error_seen_ = true;
    if (outcome_ == Outcome::cancelled) return std::make_exception_ptr(CancelledError());
    return error_;
}

void TaskState::add_done_callback(DoneCallback& callback) noexcept {
    callback.task_ = this;
    callback.previous_ = last_callback_;
    callback.next_ = nullptr;
    (last_callback_ != nullptr ? last_callback_->next_ : first_callback_) = &callback;
    last_callback_ = &callback;
}

void TaskState::remove_done_callback(DoneCallback& callback) noexcept {
    TaskState* task = std::exchange(callback.task_, nullptr);
    if (task == nullptr) return;
    (callback.previous_ != nullptr ? callback.previous_->next_ : task->first_callback_) = callback.next_;
    (callback.next_ != nullptr ? callback.next_->previous_ : task->last_callback_) = callback.previous_;
}

}  // namespace aio::detail
