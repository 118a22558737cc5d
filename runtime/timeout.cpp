#include "runtime/timeout.hpp"

#include "runtime/loop/loop.hpp"

namespace aio::detail {

void Deadline::enter(Duration length, std::uint32_t line) {
    Loop& loop = Loop::current();
    task_ = loop.current_task();
    id_ = loop.next_subject();
    cancel_requests_before_ = task_->cancel_requests();
    expired_ = false;
    if (length <= Duration::zero()) {
        loop.make_ready(*this);
    } else {
        loop.arm(*this, length);
    }
    if (loop.observed()) {
        loop.tell({.kind = EventKind::timeout_armed, .line = line, .subject = id_, .length = length});
    }
}

void Deadline::run() {
    Loop& loop = Loop::current();
    if (loop.observed()) loop.tell({.kind = EventKind::timeout_expired, .subject = id_});
    task_->cancel();
    expired_ = true;
}

bool Deadline::exit() {
    if (task_ == nullptr) return false;
    Loop& loop = Loop::current();
    loop.timers().remove(*this);
    unlink();
    TaskState& task = *std::exchange(task_, nullptr);
    if (loop.observed() && !expired_) loop.tell({.kind = EventKind::timeout_disarmed, .subject = id_});
    return expired_ && task.uncancel() <= cancel_requests_before_;
}

}  // namespace aio::detail
