#pragma once

#include "grader/rubric/draw.hpp"
#include "grader/rubric/entry.hpp"
#include "grader/rubric/quantity.hpp"
#include "grader/timeline/scenario.hpp"
#include "grader/verdict/text.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace grader {

/// A value that is drawn from the seed, anew for each scenario.
struct PlannedValue {
    std::string name;
    Quantity least;
    Quantity most;
};

/// A call as it stands in C++: "fetch_all(count, 2s)", and what is kept of its result.
struct PlannedCall {
    std::string text;
    std::string gives;  ///< an expression of `result`; empty: the result itself
};

/// A scenario as a rubric.json describes it: all but the values.
struct PlannedScenario {
    std::string id;
    Text name;
    std::vector<PlannedValue> values;
    std::vector<PlannedCall> calls;
    bool late = false;
    std::string cancel_at;  ///< a formula; empty: nobody cancels
};

PlannedScenario read_scenario(const Entry& entry, Reading& reading);

/// The scenario with these values; each of `late` ones has timers that are late by what the seed says.
Scenario with_values(const PlannedScenario& planned, const Values& values, std::uint64_t seed);

/// Values from the seed.
Values draw_values(const PlannedScenario& planned, Draw& draw);

/// The smallest values.
Values least_values(const PlannedScenario& planned);

}  // namespace grader
