#pragma once

#include "grader/texts/text.hpp"
#include "grader/timeline/run.hpp"

namespace grader {

/// Which task ran before which in a run that departs from first come, first served: "deliver no. 2 goes on
/// before deliver no. 1, at 0.5 s". Empty for a run that does not depart from it.
Text describe_order(const Run& run);

}  // namespace grader
