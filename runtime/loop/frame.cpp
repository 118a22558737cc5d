#include "runtime/loop/frame.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/report.hpp"

#include <cxxabi.h>

#include <typeinfo>
#include <utility>
#include <vector>

namespace aio::detail {

namespace {

// Rarely called, and so separate functions: the common path stays short.
[[gnu::cold]] void tell_began(Frame& frame, std::uint32_t line) noexcept {
    frame.number(Loop::current().next_coroutine_id());
    Loop::current().tell(
        {.kind = EventKind::coroutine_began, .line = line, .subject = frame.id, .detail = frame.name});
}

[[gnu::cold]] void tell_ended(const Frame& frame) noexcept {
    const Outcome outcome = !frame.error      ? Outcome::returned
                            : frame.cancelled ? Outcome::cancelled
                                              : Outcome::raised;
    Loop::current().tell(
        {.kind = EventKind::coroutine_ended, .outcome = outcome, .subject = frame.id, .detail = frame.name});
}

}  // namespace

void Frame::unhandled_exception() noexcept {
    error = std::current_exception();
    const std::type_info* type = abi::__cxa_current_exception_type();
    cancelled = type != nullptr && *type == typeid(CancelledError);
}

// The other frame is not resumed here: the loop does that when this one has come back, so that no chain of
// awaits, however long, grows the stack. Symmetric transfer would, on g++ below -O2 and under sanitizers.
void Frame::FinalSuspend::await_suspend(std::coroutine_handle<>) const noexcept {
    Loop& loop = *Loop::current_;
    if (loop.observed()) [[unlikely]]
        return loop.tell_and_hand_back();
    loop.hand_back();
}

void Loop::tell_and_hand_back() noexcept {
    tell_ended(*frame_);
    hand_back();
}

// A child is begun right here, inside its awaiter's step: most have nothing to wait for, and then the awaiter
// need not suspend at all. At most sixteen deep, so that the stack stays small; the loop begins the others
// when these have returned.
inline bool Loop::step_into(Frame& child) noexcept {
    constexpr int deepest = 16;
    if (depth_ == deepest) [[unlikely]]
        return step_later(child);
    ++depth_;
    frame_ = &child;
    child.handle().resume();
    --depth_;
    if (!child.handle().done()) return false;
    next_frame_ = nullptr;
    return true;
}

bool Loop::tell_and_step_into(Frame& child, std::uint32_t line) noexcept {
    tell_began(child, line);
    return step_into(child);
}

bool Loop::step_later(Frame& child) noexcept {
    next_frame_ = &child;
    return false;
}

bool await_child(Frame& child, std::uint32_t line) noexcept {
    Loop& loop = *Loop::current_;
    child.awaiter = loop.frame_;
    loop.frame_->line = line;
    if (loop.observed()) [[unlikely]]
        return loop.tell_and_step_into(child, line);
    return loop.step_into(child);
}

std::exception_ptr take_error(Frame& frame) noexcept {
    std::exception_ptr error = std::move(frame.error);
    frame.handle().destroy();
    return error;
}

void drop_unawaited(Frame& frame) noexcept {
    static thread_local std::vector<Frame*>* dropping = nullptr;
    if (dropping != nullptr) {  // inside the loop below: this one was an argument of the one being destroyed
        dropping->push_back(&frame);
        return;
    }
    std::vector<Frame*> frames{&frame};
    dropping = &frames;
    while (!frames.empty()) {
        Frame* next = frames.back();
        frames.pop_back();
        report_never_awaited(*next);
        next->handle().destroy();
    }
    dropping = nullptr;
}

void throw_already_awaited() {
    throw RuntimeError(
        "this coroutine was already awaited or given away, or this object is empty: call the function for a "
        "new one, "
        "or make it a task with create_task() and await the task as often as you like");
}

}  // namespace aio::detail
