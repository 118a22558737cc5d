#pragma once

#include "grader/rubric/rubric.hpp"
#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"

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

/// What all criteria are judged by: one run of each scenario, first come, first served.
class Evidence {
public:
    /// `runs` must outlive it.
    explicit Evidence(const std::vector<Played>& runs);

    /// Null when that scenario was not played.
    const Played* find(const std::string& scenario) const;

    /// What a criterion sees in one of these runs. Nothing: it was not played, or is not judged.
    std::optional<Finding> finding(const Criterion& criterion, const std::string& scenario) const;

    /// What criteria see in another run of a scenario, beside these runs of all others.
    std::vector<std::optional<Finding>> findings(const std::vector<const Criterion*>& criteria,
                                                 const Played& other);

    /// Whether it holds in every scenario it names.
    bool holds(const Criterion& criterion) const;

private:
    const std::vector<Played>& runs_;
    Timelines timelines_;
};

}  // namespace grader
