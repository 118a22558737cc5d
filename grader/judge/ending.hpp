#pragma once

#include "grader/timeline/run.hpp"
#include "grader/verdict/text.hpp"
#include "grader/verdict/verdict.hpp"

namespace grader {

/// The outcome of a submission one of whose runs ended so. Requires: not Ending::finished.
Outcome outcome_of(Ending ending);

/// One sentence on how a run ended: which signal, which exception, who waits for what.
Text describe_ending(const Run& run);

}  // namespace grader
