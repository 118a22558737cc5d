#pragma once

#include "grader/rubric/rubric.hpp"
#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"
#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// A scenario and what the submission did in it.
struct Played {
    Scenario scenario;
    Run run;
};

/// What the judge has to say: the part of a verdict that rests on the runs.
struct Judgement {
    Outcome outcome = Outcome::failed;
    Text reason;
    int points = 0;
    int max_points = 0;
    std::vector<Check> checks;
};

/// Judges the runs of one submission by its exercise's rubric. Pure: runs written by hand will do. `file` is the
/// submission's name, for locations. A criterion is skipped where a scenario it needs was not played to its end.
Judgement judge(const Rubric& rubric, const std::vector<Played>& runs, const std::string& file, Language language);

}  // namespace grader
