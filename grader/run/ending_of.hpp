#pragma once

#include "grader/box/limits.hpp"
#include "grader/run/timekeeper.hpp"
#include "grader/timeline/run.hpp"

#include <cstdint>
#include <string>

namespace grader {

/// What the session saw of a scenario's process at its end, besides what the Run already holds.
struct ProcessEnd {
    bool too_much = false;       ///< it sent more records than allowed
    bool wall_limited = false;   ///< its real time was over
    bool over_budget = false;    ///< so was the time of all runs of the submission
    std::uint64_t printed = 0;  ///< bytes
};

/// How a run ended: first what a broken protocol or a limit says, then a signal, an early exit, an exception,
/// a deadlock. `run` has the signal, the exit code, the resources, and Ending::raised if an exception came
/// out of a call. The timekeeper's events may have been taken. `program` is the path of the executable.
Ending ending_of(const Run& run, const Timekeeper& timekeeper, const ProcessEnd& end, const Limits& limits,
                 const std::string& program);

}  // namespace grader
