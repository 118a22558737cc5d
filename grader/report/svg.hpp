#pragma once

#include "grader/verdict/verdict.hpp"

#include <string>
#include <vector>

namespace grader {

/// What the coroutines of each submission did, as one SVG image: a row for each coroutine of the scenario
/// that decided, and a mark at the moment of the first failed check. The submissions are one below the other.
std::string report_svg(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources);

}  // namespace grader
