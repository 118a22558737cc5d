#pragma once

#include "grader/compile/compile.hpp"
#include "grader/grade.hpp"
#include "grader/intake/intake.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/timekeeper/session.hpp"
#include "grader/workshop.hpp"
#include "runtime/coroutine.hpp"

#include <memory>
#include <vector>

namespace grader {

/// A submission that is taken in and compiled, and a box for its runs.
struct Ready {
    Submission submission;
    CompileResult compiled;  ///< whose program the session plays
    std::unique_ptr<Session> session;
};

/// Takes a submission in and compiles it; the box for its runs is made meanwhile. Null: it does not come to a
/// run, and the verdict says why. Fills in what the verdict knows by then. `graded` and `workshop` outlive
/// it.
aio::Coroutine<std::unique_ptr<Ready>> make_ready(Graded& graded, Assignment assignment,
                                                  const Workshop& workshop);

/// Plays scenarios one after the other. Stops after one that never came to its end: every further one would
/// take as long again, and change nothing. Those go to `missed`, which outlives it.
aio::Coroutine<std::vector<Played>> play(Session& session, std::vector<Scenario> scenarios,
                                         std::vector<Scenario>& missed);

/// A verdict that knows only what it is about.
Graded not_graded_yet(const Assignment& assignment, const Workshop& workshop);

/// Something of ours has failed; no student loses a point.
void tell_fault(Verdict& verdict, const char* what);

}  // namespace grader
