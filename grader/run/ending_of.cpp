#include "grader/run/ending_of.hpp"

#include "grader/run/program_image.hpp"

#include <chrono>
#include <csignal>

namespace grader {

Ending ending_of(const Run& run, const Timekeeper& timekeeper, const ProcessEnd& end, const Limits& limits,
                 const std::string& program) {
    if (!timekeeper.broken().empty()) return Ending::broke_protocol;
    if (end.too_much) return Ending::event_limit;
    if (end.wall_limited) return end.over_budget ? Ending::over_budget : Ending::timed_out_wall;
    // The kernel's limit counts ticks, and so differs a little from the time it reports.
    if (run.signal == SIGKILL && std::chrono::microseconds(run.cpu_us) * 2 >= limits.cpu) {
        // On machines with slow memory, a program that only takes memory may use up its time before it
        // reaches the memory limit.
        const bool was_growing = run.max_rss_kb >= limits.private_bytes / 1024 / 2;
        return was_growing ? Ending::memory_limit : Ending::timed_out_cpu;
    }
    if (run.signal == SIGSYS) return Ending::forbidden;
    if (run.signal == SIGXFSZ || end.printed >= limits.file_bytes) return Ending::output_limit;
    const bool ended_badly = run.signal != 0 || !timekeeper.finished() || run.ending == Ending::raised;
    // The kernel kills a program that is too large to start; the loader and the thread library fail in other
    // ways.
    if (ended_badly && memory_to_start(program, run) > limits.private_bytes) return Ending::memory_limit;
    if (run.signal != 0) return Ending::crashed;
    if (!timekeeper.finished()) return Ending::exited_early;
    if (run.ending == Ending::raised && run.error == "std::bad_alloc") return Ending::memory_limit;
    if (timekeeper.deadlocked()) return Ending::deadlocked;
    return run.ending;
}

}  // namespace grader
