#pragma once

#include "grader/intake/intake.hpp"
#include "grader/judge/judge.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/coroutine.hpp"

#include <string>
#include <vector>

namespace grader {

/// If a run blocked or crashed, its events have the place in the program. Adds the submission's line to them.
/// Takes no time if there is no such event. All arguments outlive it. Requires: these are runs of this
/// submission.
aio::Coroutine<> find_lines_of(std::vector<Played>& runs, const Submission& submission,
                               const Exercise& exercise, const Environment& environment);

}  // namespace grader
