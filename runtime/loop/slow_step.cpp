#include "runtime/loop/slow_step.hpp"

#include "runtime/loop/loop.hpp"
#include "runtime/loop/report.hpp"

#include <chrono>
#include <string>

namespace aio::detail {

void run_watched(Runnable& runnable, Duration limit) {
    const Reference<TaskState> task(runnable.stepped());
    if (!task || task->done()) {
        runnable.run();
        return;
    }
    // Where the step begins; the frame may be gone when it is over. Names and files are string constants, so
    // they stay valid.
    const Frame& frame = *task->innermost();
    ObservedEvent step{.kind = EventKind::slow_step,
                       .task_id = task->id(),
                       .coroutine_id = frame.id,
                       .coroutine = frame.name,
                       .file = frame.file,
                       .line = frame.line,
                       .subject = task->id()};
    const auto began = std::chrono::steady_clock::now();
    runnable.run();
    step.length = std::chrono::steady_clock::now() - began;
    if (step.length <= limit) return;
    const Frame* last = task->innermost();
    const std::string end =
        last == nullptr ? "its task's end" : std::string(last->name) + ":" + std::to_string(last->line);
    step.detail = end.c_str();
    report_slow_step(step);
}

}  // namespace aio::detail
