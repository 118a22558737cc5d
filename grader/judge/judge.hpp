#pragma once

#include "grader/exercise/criterion.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// What the judge has to say: the part of a verdict that rests on the runs.
struct Judgement {
    Outcome outcome = Outcome::failed;
    Text reason;
    int points = 0;
    int max_points = 0;
    std::vector<Check> checks;
};

/// What a submission is judged by. All of it outlives the judging.
struct AllRuns {
    const Rubric& rubric;
    const std::vector<Played>& runs;             ///< first come, first served
    const std::vector<Played>& counterexamples;  ///< further runs of these, in another order or with smaller
                                                 ///< inputs, that show a fault; the scenario's name says so
    const std::vector<const Criterion*>& held;  ///< by runs that are not here any more
    const std::vector<Scenario>& missed;        ///< not played, since one before them never came to its end
};

/// Judges by an exercise's rubric. Pure: runs written by hand will do. `file` is the submission's name, for
/// locations. A criterion is skipped where a scenario whose calls it asks was not played to its end.
Judgement judge(const AllRuns& all, const std::string& file, Language language);

}  // namespace grader
