#pragma once

#include "grader/verdict/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace grader {

/// The waits of a scenario, drawn over time, as lines of at most 78 columns: one row for every sleep, every
/// time the loop was blocked, and every semaphore's slot that was held without sleeping; below them the time,
/// and a mark at `moment`, if one is given. No lines if there is nothing to draw.
///
///     toast_bread   ████████████████████████████
///     brew_coffee                               ████████████████████████████
///                   0             1 s           2 s           3 s           4 s
///
/// A sleep that ended before its planned length is marked ╳.
std::vector<std::string> picture(const ScenarioReport& scenario, std::optional<Microseconds> moment,
                                 Language language);

}  // namespace grader
