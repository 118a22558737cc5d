#pragma once

#include "grader/compile/compile.hpp"
#include "grader/grading/grade.hpp"
#include "grader/intake/intake.hpp"
#include "grader/judge/evidence.hpp"
#include "grader/run/session.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/coroutine.hpp"

#include <memory>
#include <vector>

namespace grader {

/// A submission that is taken in and compiled, and a box for its runs.
struct Prepared {
    Submission submission;
    CompileResult compiled;  ///< whose program the session plays
    std::unique_ptr<Session> session;
};

/// Takes a submission in and compiles it; the box for its runs is made meanwhile. Null: it does not come to a
/// run, and the verdict says why. Fills in what the verdict knows by then. `graded` and `environment` outlive
/// it.
aio::Coroutine<std::unique_ptr<Prepared>> prepare(Graded& graded, Assignment assignment,
                                                  const Environment& environment);

/// Plays scenarios one after the other. Stops after one that never came to its end: every further one would
/// take as long again, and change nothing. Those go to `missed`, which outlives it.
aio::Coroutine<std::vector<Played>> play(Session& session, std::vector<Scenario> scenarios,
                                         std::vector<Scenario>& missed);

/// A verdict that knows only what it is about.
Graded not_graded_yet(const Assignment& assignment, const Environment& environment);

/// Something of ours has failed; no student loses a point.
void tell_fault(Verdict& verdict, const char* what);

}  // namespace grader
