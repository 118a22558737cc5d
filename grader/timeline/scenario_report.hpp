#pragma once

#include "grader/timeline/run.hpp"
#include "grader/timeline/scenario.hpp"
#include "grader/verdict/verdict.hpp"

#include <chrono>

namespace grader {

/// A time as a verdict shows it: its whole microseconds.
inline Microseconds whole(Time time) { return std::chrono::floor<Microseconds>(time); }

/// A run as a verdict shows it: what the submission's own coroutines did, and what they printed.
ScenarioReport report(const Scenario& scenario, const Run& run, Language language);

}  // namespace grader
