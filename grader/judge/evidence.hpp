#pragma once

#include "grader/exercise/criterion.hpp"
#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// A scenario and what the submission did in it.
struct Played {
    Scenario scenario;
    Run run;
};

/// After an exception or a deadlock the timeline is as true as any other, up to that moment.
bool is_judged(Ending ending);

/// Of a run that is not judged: whether it ended in a call that a criterion asks. Of one that ended in another call
/// nothing is known of its own.
bool ended_in_a_call_of(const Criterion& criterion, const Played& played);

/// What all criteria are judged by: one run of each scenario, first come, first served.
class Evidence {
public:
    /// `runs` must outlive it, and its elements stay where they are.
    explicit Evidence(const std::vector<Played>& runs);

    /// Runs have been added at the end.
    void take_in_new();

    const std::vector<Played>& runs() const { return runs_; }

    /// What a criterion sees in one of these runs. Nothing: it does not ask any of its calls, or the run is
    /// not judged.
    std::optional<Finding> finding(const Criterion& criterion, const Played& played) const;

    /// What criteria see in another run, in place of the one of the same scenario, if there is one. `alone`:
    /// a run of the scenario that it is compared with, where that is not among these runs.
    std::vector<std::optional<Finding>> findings(const std::vector<const Criterion*>& criteria,
                                                 const Played& other, const Played* alone = nullptr);

private:
    const std::vector<Played>& runs_;
    std::size_t taken_in_ = 0;
    Timelines timelines_;
};

/// All of a rubric's.
std::vector<const Criterion*> criteria_of(const Rubric& rubric);

}  // namespace grader
