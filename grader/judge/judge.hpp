#pragma once

#include "grader/judge/evidence.hpp"
#include "grader/rubric/rubric.hpp"
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

/// Judges the runs of one submission by its exercise's rubric. Pure: runs written by hand will do. `runs`:
/// each scenario once, first come, first served. `counterexamples`: further runs of these, in another order
/// or with smaller inputs, that show a fault; the scenario's name says so. `file` is the submission's name,
/// for locations. A criterion is skipped where a scenario it needs was not played to its end.
Judgement judge(const Rubric& rubric, const std::vector<Played>& runs,
                const std::vector<Played>& counterexamples, const std::string& file, Language language);

}  // namespace grader
