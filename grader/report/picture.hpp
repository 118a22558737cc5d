#pragma once

#include "grader/verdict/verdict.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace grader {

/// What the coroutines of a scenario did, drawn over time, as lines of at most `width` columns: one row for
/// every coroutine that slept, blocked the loop or held a semaphore's slot; below them the time, and a mark
/// at `moment`, if one is given. No lines if there is nothing to draw. Requires: width >= 38.
///
///     toast_bread   ████████████████████████████
///     brew_coffee                               ████████████████████████████
///                   0             1 s           2 s           3 s           4 s
///
/// A sleep that ended before its planned length is marked ╳.
std::vector<std::string> picture(const ScenarioReport& scenario, std::optional<Microseconds> moment,
                                 Language language, std::size_t width = 78);

}  // namespace grader
