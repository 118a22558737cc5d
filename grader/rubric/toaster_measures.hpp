#pragma once

#include "grader/rubric/rubric.hpp"

namespace grader {

/// How long a machine works.
inline constexpr Time machine_time = std::chrono::seconds(2);

// What can be asked of a breakfast. Each is a Measure; "toast" and "coffee" are the scenarios of the machines
// alone.

Finding one_after_the_other(const Timeline& here, const Timelines& all);
Finding together(const Timeline& here, const Timelines& all);

/// Each duration lasts from where its half begins to where it ends, or a little later. Timers that are late
/// by odd amounts make every length its own, so that a number typed in fits nowhere.
Finding durations_measured(const Timeline& here, const Timelines& all);

}  // namespace grader
