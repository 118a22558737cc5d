#pragma once

#include "grader/compile/compile.hpp"
#include "grader/intake/intake.hpp"
#include "grader/verdict/verdict.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/coroutine.hpp"

#include <string>

namespace grader {

/// What to compile of a submission, and how.
CompileRequest request_for(const Submission& submission, const Exercise& exercise, Language language);

/// Compiles a submission. All it is given outlives it.
aio::Coroutine<CompileResult> compile_submission(const Submission& submission, const Exercise& exercise,
                                                 Language language, const Environment& environment);

/// Writes into the verdict what the compiler said. Gives the program, or null: the verdict then has its
/// outcome.
const Program* read_compile(const CompileResult& compiled, Verdict& verdict);

}  // namespace grader
