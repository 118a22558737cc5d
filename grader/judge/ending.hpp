#pragma once

#include "grader/texts/text.hpp"
#include "grader/timeline/run.hpp"
#include "grader/verdict/verdict.hpp"

namespace grader {

/// The outcome of a submission one of whose runs ended so. Requires: not Ending::finished.
Outcome outcome_of(Ending ending);

/// The event that says where a run came to its bad end, if one does: a crash or a throw at a line that is
/// known, a wait for ever.
/// It lives as long as the run.
const Event* where_it_ended(const Run& run);

/// One sentence on how a run ended: which signal, which exception, who waits for what.
Text describe_ending(const Run& run);

}  // namespace grader
