#pragma once

#include "grader/texts/text.hpp"
#include "grader/timeline/run.hpp"
#include "grader/verdict/verdict.hpp"

namespace grader {

/// The outcome of a submission with a run that ended like this. Requires: not Ending::finished.
Outcome outcome_of(Ending ending);

/// The event at which a run ended badly, if there is one: a crash or a throw at a known line, or a wait for
/// ever. It lives as long as the run.
const Event* where_it_ended(const Run& run);

/// One sentence on how a run ended: which signal, which exception, which coroutine waits for what.
Text describe_ending(const Run& run);

}  // namespace grader
