#pragma once

#include "grader/intake/intake.hpp"
#include "grader/judge/judge.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/coroutine.hpp"

#include <string>
#include <vector>

namespace grader {

/// Where a run stood still or crashed, its events tell the place in the program: gives them the submission's
/// line. Takes no time where none does. All outlive it. Requires: the runs are those of this
/// submission.
aio::Coroutine<> find_lines_of(std::vector<Played>& runs, const Submission& submission,
                               const Exercise& exercise, const Environment& environment);

}  // namespace grader
