#include "runtime/loop/deadline.hpp"

#include "runtime/loop/loop.hpp"

#include <utility>

namespace aio::detail {

void Deadline::enter(std::optional<Duration> length, std::uint32_t line) {
    Loop& loop = Loop::current();
    task_ = loop.current_task();
    id_ = loop.next_subject();
    cancel_requests_before_ = task_->cancel_requests();
    set(length, line);
}

void Deadline::set(std::optional<Duration> length, std::uint32_t line) {
    Loop& loop = Loop::current();
    loop.timers().remove(*this);
    unlink();
    if (set_ && loop.observed()) {
        loop.tell({.kind = EventKind::timeout_disarmed, .line = line, .subject = id_});
    }
    set_ = length.has_value();
    if (!length) return;
    if (*length <= Duration::zero()) {
        loop.make_ready(*this);
    } else {
        loop.arm(*this, *length);
    }
    if (loop.observed()) {
        loop.tell({.kind = EventKind::timeout_armed, .line = line, .subject = id_, .length = *length});
    }
}

void Deadline::expire() {
    Loop& loop = Loop::current();
    loop.timers().remove(*this);
    unlink();
    if (loop.observed()) loop.tell({.kind = EventKind::timeout_expired, .subject = id_});
    expired_ = true;
    task_->cancel();
}

bool Deadline::exit() {
    if (task_ == nullptr) return false;
    Loop& loop = Loop::current();
    loop.timers().remove(*this);
    unlink();
    TaskState& task = *std::exchange(task_, nullptr);
    if (loop.observed() && set_ && !expired_)
        loop.tell({.kind = EventKind::timeout_disarmed, .subject = id_});
    return expired_ && task.uncancel() <= cancel_requests_before_;
}

}  // namespace aio::detail
