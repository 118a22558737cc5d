#include "runtime/loop/report.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/frame.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/task_state.hpp"

#include <chrono>
#include <cstdio>

namespace aio::detail {

std::string describe_error(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    } catch (const CancelledError&) {
        return "CancelledError";
    } catch (...) {
        return "an error that is no std::exception";
    }
}

void report_never_awaited(const Frame& frame) noexcept {
    Loop* loop = Loop::current_or_null();
    if (loop != nullptr && loop->observed()) {
        loop->tell({.kind = EventKind::never_awaited, .line = frame.line, .detail = frame.name});
        return;
    }
    std::fprintf(stderr, "aio: coroutine '%s' (%s:%u) was never awaited: it did not run\n", frame.name,
                 frame.file, frame.line);
}

namespace {

/// `line`: of standard error; takes the task's name and what the error says.
[[gnu::format(printf, 3, 0)]] void report_error(const TaskState& task, const std::exception_ptr& error,
                                                const char* line) noexcept {
    const std::string what = describe_error(error);
    Loop* loop = Loop::current_or_null();
    if (loop != nullptr && loop->observed()) {
        loop->tell({.kind = EventKind::error_never_retrieved, .subject = task.id(), .detail = what.c_str()});
        return;
    }
    std::fprintf(stderr, line, task.name().c_str(), what.c_str());
}

}  // namespace

void report_never_retrieved(const TaskState& task, const std::exception_ptr& error) noexcept {
    report_error(task, error, "aio: task '%s' failed and nobody awaited it: %s\n");
}

void report_failed_callback(const TaskState& task, const std::exception_ptr& error) noexcept {
    report_error(task, error, "aio: a done callback of task '%s' failed: %s\n");
}

void report_slow_step(const ObservedEvent& step) noexcept {
    Loop* loop = Loop::current_or_null();
    if (loop != nullptr && loop->observed()) {
        loop->tell(step);
        return;
    }
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(step.length).count();
    std::fprintf(stderr, "aio: coroutine '%s' (%s:%u) blocked the loop for %lld ms, from that line to %s\n",
                 step.coroutine, step.file, step.line, static_cast<long long>(ms), step.detail);
}

}  // namespace aio::detail
