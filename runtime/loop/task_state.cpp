#include "runtime/loop/task_state.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/frame_pool.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/report.hpp"

namespace aio::detail {

void DoneCallback::leave_task() noexcept { TaskState::remove_done_callback(*this); }

void* TaskState::operator new(std::size_t size) { return pool_allocate(size); }

void TaskState::operator delete(void* memory, std::size_t size) noexcept { pool_free(memory, size); }

TaskState::TaskState(Frame& root, std::string&& name) : root_(&root), leaf_(&root) {
    Loop& loop = *Loop::current_;
    id_ = loop.next_task_id();
    if (!name.empty()) keep_name(std::move(name));
    loop.add_task(*this);
    loop.make_ready(*this);
    if (loop.observed()) {
        loop.tell({.kind = EventKind::task_created, .subject = id_, .detail = root.name});
    }
}

void TaskState::keep_name(std::string&& name) { name_ = std::make_unique<std::string>(std::move(name)); }

const std::string& TaskState::name() const {
    if (!name_) name_ = std::make_unique<std::string>("Task-" + std::to_string(id_));
    return *name_;
}

TaskState::~TaskState() {
    if (error_ && !error_seen_) [[unlikely]]
        report_never_retrieved(*this, error_);
}

bool TaskState::begin() {
    started_ = true;
    Loop& loop = *Loop::current_;
    loop.frame_ = nullptr;
    if (must_cancel_) {  // cancelled before it began: the body never runs
        end();
        return false;
    }
    root_->number(loop.next_coroutine_id());
    if (loop.observed()) {
        loop.tell({.kind = EventKind::coroutine_began, .subject = root_->id, .detail = root_->name});
    }
    return true;
}

void TaskState::run() {
    Loop& loop = *Loop::current_;
    loop.task_ = this;
    if (!started_ && !begin()) return;
    for (Frame* frame = leaf_;; frame = std::exchange(loop.next_frame_, nullptr)) {
        loop.frame_ = frame;
        frame->handle().resume();
        if (loop.next_frame_ == nullptr) break;
    }
    leaf_ = loop.frame_;
    if (leaf_ == nullptr) return end();
    if (must_cancel_) pass_cancel_on();
    loop.task_ = nullptr;
}

void TaskState::keep_error(Frame& root) noexcept {
    outcome_ = root.cancelled ? Outcome::cancelled : Outcome::raised;
    if (!root.cancelled) error_ = root.error;
}

void TaskState::end() {
    Loop& loop = *Loop::current_;
    Frame& root = *root_;
    if (root.error) {
        keep_error(root);
    } else if (must_cancel_) {  // cancelled, but no co_await was left to throw at: asyncio ends it as
                                // cancelled, too
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
    root.handle().destroy();
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
        frame->handle().destroy();
        frame = awaiter;
    }
    unlink();
    Loop::current_->remove_task(*this);
    while (first_callback_ != nullptr) {
        DoneCallback& callback = *first_callback_;
        remove_done_callback(callback);
        callback.drop();
    }
    let_go();
}

bool TaskState::cancel() {
    if (done()) return false;
    Loop::current();
    CancelWork work;
    work.add(*this);
    work_off(work);
    return true;
}

// It was cancelled while it ran, by itself or by what it called, and now it waits: that wait is cancelled at
// once.
void TaskState::pass_cancel_on() {
    if (waiting_ == nullptr) return;
    CancelWork work;
    work.from_ = this;
    if (!waiting_->cancel(work)) return;
    must_cancel_ = false;
    work_off(work);
}

// Depth first. If a task is reached again below itself, tasks wait for each other in a ring. None of them
// would ever stop, so the task that waits for it stops waiting. If a task is reached again by another path,
// it is cancelled again, as in asyncio; but only `most_again` times, because there can be countless paths.
void TaskState::work_off(CancelWork& work) {
    constexpr int most_again = 100'000;
    int again = 0;
    const std::uint32_t round = Loop::current_->next_cancel_round();
    while (!work.steps_.empty()) {
        const auto [task, from] = work.steps_.back();
        work.steps_.pop_back();
        if (from == task) {
            task->cancelling_ = false;
            continue;
        }
        if (task->done()) continue;
        if (task->cancelling_) {
            if (from != nullptr && from->waiting_ != nullptr) from->waiting_->break_ring(*task);
            continue;
        }
        if (task->cancel_round_ == round && ++again > most_again) continue;
        task->cancel_round_ = round;
        task->cancelling_ = true;
        const std::size_t seen_to = work.steps_.size();
        work.steps_.push_back({task, task});
        work.from_ = task;
        task->request_cancel(work);
        if (work.steps_.size() == seen_to + 1) {
            work.steps_.pop_back();
            task->cancelling_ = false;
        }
    }
}

void TaskState::request_cancel(CancelWork& work) noexcept {
    ++cancel_requests_;
    Loop& loop = *Loop::current_;
    if (loop.observed()) loop.tell({.kind = EventKind::cancel_requested, .subject = id_});
    if (waiting_ != nullptr && waiting_->cancel(work)) return;
    must_cancel_ = true;
}

void TaskState::make_ready() noexcept { Loop::current_->make_ready(*this); }

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

bool TaskState::remove_done_callback(std::uint64_t number) noexcept {
    DoneCallback* callback = first_callback_;
    while (callback != nullptr && callback->number() != number) callback = callback->next_;
    if (callback == nullptr || number == 0) return false;
    remove_done_callback(*callback);
    callback->drop();
    return true;
}

}  // namespace aio::detail
