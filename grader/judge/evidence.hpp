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

/// Whether the run is judged. After an exception or a deadlock the timeline is right up to that moment.
bool is_judged(Ending ending);

/// For a run that is not judged: whether it ended in a call that the criterion applies to. If it ended in
/// another call, it says nothing about the criterion.
bool ended_in_a_call_of(const Criterion& criterion, const Played& played);

/// The evidence for all criteria: one run of each scenario, in the usual order.
class Evidence {
public:
    /// `runs` must outlive it, and its elements stay where they are.
    explicit Evidence(const std::vector<Played>& runs);

    /// Call this after runs were added at the end of `runs`.
    void take_in_new();

    const std::vector<Played>& runs() const { return runs_; }

    /// The finding of a criterion in one of these runs. Nothing if it applies to none of its calls, or the
    /// run is not judged.
    std::optional<Finding> finding(const Criterion& criterion, const Played& played) const;

    /// The findings of criteria in another run, which replaces the one of the same scenario, if there is one.
    /// `alone`: a run of the scenario that it is compared with, if that is not among these runs.
    std::vector<std::optional<Finding>> findings(const std::vector<const Criterion*>& criteria,
                                                 const Played& other, const Played* alone = nullptr);

private:
    const std::vector<Played>& runs_;
    std::size_t taken_in_ = 0;
    Timelines timelines_;
};

/// The findings of all criteria of a rubric.
std::vector<const Criterion*> criteria_of(const Rubric& rubric);

}  // namespace grader
