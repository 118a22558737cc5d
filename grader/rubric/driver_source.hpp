#pragma once

#include "grader/rubric/planned_scenario.hpp"

#include <string>
#include <vector>

namespace grader {

/// The C++ source of what calls a submission's functions in these scenarios (grader/child/driver.hpp). A call
/// is known by its text. For `grade run` it makes the first scenario's calls, with the smallest values.
std::string driver_source(const std::string& exercise, const std::vector<PlannedScenario>& scenarios);

}  // namespace grader
