#pragma once

#include "grader/compile/compile.hpp"
#include "grader/intake/intake.hpp"
#include "grader/verdict/verdict.hpp"
#include "grader/grading/environment.hpp"
#include "runtime/coroutine.hpp"

#include <string>

namespace grader {

/// The request to compile a submission.
CompileRequest request_for(const Submission& submission, const Exercise& exercise, Language language);

/// Compiles a submission. All arguments outlive it.
aio::Coroutine<CompileResult> compile_submission(const Submission& submission, const Exercise& exercise,
                                                 Language language, const Environment& environment);

/// Writes the compiler's messages into the verdict. Gives the program, or null: the verdict then has its
/// outcome.
const Program* read_compile(const CompileResult& compiled, Verdict& verdict);

}  // namespace grader
