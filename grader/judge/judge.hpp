#pragma once

#include "grader/exercise/criterion.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// The judge's result: the part of a verdict that is based on the runs.
struct Judgement {
    Outcome outcome = Outcome::failed;
    Text reason;
    int points = 0;
    int max_points = 0;
    std::vector<Check> checks;
};

/// The runs that a submission is judged by. All of it outlives the judging.
struct AllRuns {
    const Rubric& rubric;
    const std::vector<Played>& runs;             ///< first come, first served
    const std::vector<Played>& counterexamples;  ///< further runs of these, in another order or with smaller
                                                 ///< inputs, that show a fault; the scenario's name says so
    const std::vector<const Criterion*>& held;   ///< in runs that were dropped
    const std::vector<Scenario>& missed;         ///< not played, since an earlier one did not come to an end
};

/// Judges by an exercise's rubric. Pure: runs written by hand will do. `file` is the submission's name, for
/// locations. A criterion is skipped if a scenario whose calls it applies to was not played to its end.
Judgement judge(const AllRuns& all, const std::string& file, Language language);

}  // namespace grader
