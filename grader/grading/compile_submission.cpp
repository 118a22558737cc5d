#include "grader/grading/compile_submission.hpp"

#include "grader/compile/advice.hpp"

#include <chrono>
#include <utility>
#include <variant>

namespace grader {

CompileRequest request_for(const Submission& submission, const Exercise& exercise, Language language) {
    CompileRequest request;
    request.source = submission.bytes;
    request.display_name = submission.facts.file;
    request.exercise = exercise.name;
    request.limits = exercise.limits_of_compiling;
    request.language = language;
    return request;
}

aio::Coroutine<CompileResult> compile_submission(const Submission& submission, const Exercise& exercise,
                                                 Language language, const Environment& environment) {
    return compile(request_for(submission, exercise, language), environment.kit, environment.containment);
}

const Program* read_compile(const CompileResult& compiled, Verdict& verdict) {
    verdict.diagnostics = compiled.diagnostics;
    verdict.resources.compile_wall_ms = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(compiled.took).count());
    if (const auto* program = std::get_if<Program>(&compiled.outcome)) return program;
    if (const auto* limit = std::get_if<CompileLimit>(&compiled.outcome)) {
        verdict.outcome = Outcome::compile_limit;
        verdict.reason = limit->reason;
    } else if (const auto* fault = std::get_if<CompileFault>(&compiled.outcome)) {
        verdict.outcome = Outcome::internal_error;
        verdict.reason = say("the grader failed, not the submission: {0}", fault->cause);
    } else {
        verdict.outcome = Outcome::compile_error;
        verdict.reason = advice_on(compiled.diagnostics);
    }
    return nullptr;
}

}  // namespace grader
