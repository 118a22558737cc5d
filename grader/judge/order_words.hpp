#pragma once

#include "grader/texts/text.hpp"
#include "grader/timeline/run.hpp"

namespace grader {

/// Who went before whom in a run that departs from first come, first served: "deliver no. 2 goes on before
/// deliver no. 1, at 0.5 s". Empty for one that does not.
Text describe_order(const Run& run);

}  // namespace grader
