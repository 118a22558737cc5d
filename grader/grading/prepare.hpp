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

/// A submission, read and compiled, and a box for its runs.
struct Prepared {
    Submission submission;
    CompileResult compiled;  ///< the session plays its program
    std::unique_ptr<Session> session;
};

/// Reads a submission and compiles it; meanwhile makes the box for its runs. Null: there will be no run, and
/// the verdict says why. Fills in the known parts of the verdict. `graded` and `environment` outlive it.
aio::Coroutine<std::unique_ptr<Prepared>> prepare(Graded& graded, Assignment assignment,
                                                  const Environment& environment);

/// Plays scenarios one after the other. Stops after a scenario that did not come to an end, because every
/// further one would take as long again, and change nothing. Puts the rest into `missed`, which outlives it.
aio::Coroutine<std::vector<Played>> play(Session& session, std::vector<Scenario> scenarios,
                                         std::vector<Scenario>& missed);

/// A verdict with only the submission and the exercise filled in.
Graded not_graded_yet(const Assignment& assignment, const Environment& environment);

/// A fault of the grader; no student loses a point.
void tell_fault(Verdict& verdict, const char* what);

}  // namespace grader
