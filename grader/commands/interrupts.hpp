#pragma once

#include "runtime/coroutine.hpp"

namespace grader {

/// Does the work, unless somebody interrupts it. Gives 0 when it was done, and throws what it threw.
///
/// SIGINT (Ctrl-C) or SIGTERM cancels it: boxes are closed and temporary folders go, as at any other end.
/// Then this gives the command's exit code, 128 and the signal's number, as a shell has it. What the work
/// ended with no longer matters then, be it a result that came in the same moment, or an error from being
/// stopped half way. A second signal does what it does in any program, for when cleaning up takes too long.
aio::Coroutine<int> until_interrupted(aio::Coroutine<> work);

}  // namespace grader
