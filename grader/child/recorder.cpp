#include "grader/child/recorder.hpp"

#include "grader/child/driver.hpp"
#include "grader/child/stack.hpp"
#include "grader/child/submission_threads.hpp"
#include "grader/child/system_call.hpp"
#include "runtime/loop/frame.hpp"
#include "runtime/loop/loop.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace child {

namespace {

Recorder* current = nullptr;

constexpr std::uint32_t free_clock_reads = 1000;  // in one step, before a loop counts as busy waiting
// Each read after that adds this, or 1/1000 of the wait so far if that is more: so even a wait of years ends.
constexpr aio::Duration busy_push = std::chrono::milliseconds(1);
constexpr int busy_growth = 1000;

/// Nothing for an event that is of no use to a judge.
std::optional<protocol::Kind> kind_of(aio::EventKind kind) {
    using aio::EventKind;
    using protocol::Kind;
    switch (kind) {
        case EventKind::coroutine_began: return Kind::coroutine_began;
        case EventKind::coroutine_ended: return Kind::coroutine_ended;
        case EventKind::task_created: return Kind::task_created;
        case EventKind::task_ended: return Kind::task_ended;
        case EventKind::cancel_requested: return Kind::cancel_requested;
        case EventKind::sleep_began: return Kind::sleep_began;
        case EventKind::sleep_ended: return Kind::sleep_ended;
        case EventKind::yielded: return Kind::yielded;
        case EventKind::wait_began: return Kind::wait_began;
        case EventKind::wait_ended: return Kind::wait_ended;
        case EventKind::timeout_armed: return Kind::timeout_armed;
        case EventKind::timeout_expired: return Kind::timeout_expired;
        case EventKind::timeout_disarmed: return Kind::timeout_disarmed;
        case EventKind::semaphore_created: return Kind::semaphore_created;
        case EventKind::semaphore_wait_began: return Kind::semaphore_wait_began;
        case EventKind::semaphore_acquired: return Kind::semaphore_acquired;
        case EventKind::semaphore_wait_ended: return Kind::semaphore_wait_ended;
        case EventKind::semaphore_released: return Kind::semaphore_released;
        case EventKind::never_awaited: return Kind::never_awaited;
        case EventKind::error_never_retrieved: return Kind::error_never_retrieved;
        case EventKind::task_left_behind: return Kind::task_left_behind;
        case EventKind::deadlocked: return Kind::deadlocked;
        case EventKind::slow_step: return std::nullopt;
    }
    return std::nullopt;
}

/// Coroutines written in the submission, as opposed to those of the driver: the file's fixed name tells.
/// Those of the exercise's header count, too, where its author says so; they have no line in the submission.
bool is_students(std::string_view file) {
    // A coroutine of aio's own, such as the one in which gather() awaits a sleep, is there on the
    // submission's behalf.
    return file.ends_with("submission.cpp") || file.find("/runtime/") != std::string_view::npos ||
           (header_waits && file.ends_with(".hpp") && file.find("/exercises/") != std::string_view::npos);
}
std::uint32_t line_in(std::string_view file, std::uint32_t line) { return file.ends_with(".hpp") ? 0 : line; }

}  // namespace

Recorder* current_recorder() { return current; }
void set_current_recorder(Recorder* recorder) { current = recorder; }

Recorder::Recorder(Channel& channel, std::uint64_t late_seed, protocol::Order order)
    : channel_(channel), late_seed_(late_seed), order_(std::move(order)) {
    last_.kind = protocol::Kind::crashed;
    last_.where.reserve(protocol::most_places);
}

bool Recorder::jump(std::optional<aio::Duration>) {
    tell_output();
    settle_busy_loop();
    tell_choices();
    channel_.send_now({.kind = protocol::Kind::asks, .length_ns = now_.count()});
    const protocol::Answer answer = channel_.read_answer();
    if (answer.nothing) return false;
    now_ = aio::Duration(answer.now_ns);
    submission_threads().wake_all(now_);
    if (answer.cancel && cancel_) cancel_();
    return true;
}

void Recorder::before_waiting() {
    submission_threads().let_run();
    submission_threads().wake_next(Nanoseconds::max());
}

// aio::now() is a clock like those of the C library (interposed_clocks.cpp).
aio::Duration Recorder::read() {
    if (aio::detail::Loop::current().current_frame() != nullptr) clock_was_read();
    return now_;
}

aio::Duration Recorder::lateness() {
    const aio::detail::TaskState* task = aio::detail::Loop::current().current_task();
    return aio::Duration(
        protocol::lateness_ns(late_seed_, timers_armed_++, task != nullptr ? task->id() : 0));
}

void Recorder::on(const aio::ObservedEvent& event) {
    const auto kind = kind_of(event.kind);
    if (!kind) return;
    protocol::Record record;
    record.kind = *kind;
    record.completion = event.outcome;
    record.awaited = event.awaited;
    record.students = is_students(event.file);
    record.task_id = event.task_id;
    record.coroutine_id = event.coroutine_id;
    record.line = line_in(event.file, event.line);
    record.subject = event.subject;
    record.count = event.count;
    record.length_ns = event.length.count();
    record.name = event.coroutine;
    record.detail = event.detail;
    tell(std::move(record));
    reads_ = 0;
}

std::size_t Recorder::choose(std::span<const std::uint32_t> task_ids) noexcept {
    static_assert(most_offered <= 255, "told as a byte each");
    if (offered_.size() == protocol::longest_text) tell_choices();
    offered_ += static_cast<char>(task_ids.size());
    const std::uint32_t choice = choices_++;
    if (picked_ == order_.size() || order_[picked_].choice != choice) return 0;
    const std::size_t index = std::min<std::size_t>(order_[picked_++].index, task_ids.size() - 1);
    if (index > 0) {
        tell({.kind = protocol::Kind::overtook,
              .task_id = task_ids[index],
              .subject = task_ids[index],
              .count = task_ids[0]});
    }
    return index;
}

void Recorder::blocked(aio::Duration length, const char* in_what) {
    tell_output();
    settle_busy_loop();
    protocol::Record record = about_this_call(protocol::Kind::blocked);
    record.length_ns = length.count();
    record.detail = in_what;
    channel_.send(record);
    now_ =
        length > aio::Duration::max() - now_ ? aio::Duration::max() : now_ + length;  // as the grader counts
    submission_threads().wake_all(now_);
}

// Sends the choices made so far. After a thread starts, the ready tasks may differ from run to run; the
// grader knows this.
void Recorder::thread_started() {
    tell_choices();
    tell(about_this_call(protocol::Kind::thread_started));
}

void Recorder::stuck(const char* in_what) {
    protocol::Record record = about_this_call(protocol::Kind::stuck);
    record.detail = in_what;
    tell(std::move(record));
    tell_choices();
    channel_.send_now({.kind = protocol::Kind::finished});
    for (;;) system_call(SYS_exit_group, 0);
}

void Recorder::clock_was_read() {
    if (++reads_ <= free_clock_reads) return;
    if (busy_ == aio::Duration::zero()) {
        tell_output();  // the output from before the loop began to turn
        walk_stack(busy_where_);
    }
    const aio::Duration push = std::max(busy_push, busy_ / busy_growth);
    busy_ += push;
    processor_time_ += push;
    now_ += push;
}

void Recorder::crashed() {
    walk_stack(last_.where);
    channel_.send_last(last_);
}

void Recorder::settle_busy_loop() {
    if (busy_ == aio::Duration::zero()) return;
    protocol::Record record = about_current_step(protocol::Kind::blocked);
    record.length_ns = std::exchange(busy_, aio::Duration::zero()).count();
    record.where = busy_where_;
    record.detail = "a loop that watches the clock";
    channel_.send(record);
}

void Recorder::call_began(std::uint64_t call, const std::string& function) {
    tell({.kind = protocol::Kind::call_began, .subject = call, .detail = function});
}

void Recorder::call_ended(std::uint64_t call, protocol::Completion completion, const std::string& error,
                          std::vector<std::uint64_t> where) {
    tell({.kind = protocol::Kind::call_ended,
          .completion = completion,
          .subject = call,
          .detail = error,
          .where = std::move(where)});
}

void Recorder::result(std::uint64_t call, const std::string& name, const std::string& value) {
    tell({.kind = protocol::Kind::result, .subject = call, .name = name, .detail = value});
}

void Recorder::finish() {
    tell_output();
    settle_busy_loop();
    tell_choices();
    channel_.send_now({.kind = protocol::Kind::finished});
}

void Recorder::tell(protocol::Record record) {
    settle_busy_loop();
    tell_output();
    channel_.send(record);
}

// Text and events reach the grader by different paths. The length of the text is recorded between the events,
// so that each piece belongs to the step that wrote it. Flushed here, since a student's text must not wait
// for a buffer to fill.
void Recorder::tell_output() {
    std::cout.flush();
    std::fflush(stdout);
    struct stat facts{};
    if (system_call(SYS_fstat, STDOUT_FILENO, address(&facts)) != 0 || facts.st_size == output_) return;
    output_ = facts.st_size;
    protocol::Record record = about_current_step(protocol::Kind::printed);
    record.count = output_;
    channel_.send(record);
}

void Recorder::tell_choices() {
    if (offered_.empty()) return;
    channel_.send({.kind = protocol::Kind::offered, .detail = offered_});
    offered_.clear();
}

protocol::Record Recorder::about_current_step(protocol::Kind kind) const {
    protocol::Record record;
    record.kind = kind;
    const aio::detail::Loop* loop = aio::detail::Loop::current_or_null();
    if (loop == nullptr) return record;
    if (loop->current_task() != nullptr) record.task_id = loop->current_task()->id();
    if (const aio::detail::Frame* frame = loop->current_frame()) {
        record.coroutine_id = frame->id;
        record.line = line_in(frame->file, frame->line);
        record.name = frame->name;
        record.students = is_students(frame->file);
    }
    return record;
}

protocol::Record Recorder::about_this_call(protocol::Kind kind) const {
    protocol::Record record = about_current_step(kind);
    walk_stack(record.where);
    return record;
}

}  // namespace child
