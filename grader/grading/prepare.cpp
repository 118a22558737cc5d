#include "grader/grading/prepare.hpp"

#include "grader/grading/compile_submission.hpp"
#include "runtime/aio.hpp"

#include <utility>
#include <variant>

namespace grader {

namespace {

/// A student can change the inputs only by changing the file: the same file always gets the same inputs.
std::uint64_t seed_from(const std::string& sha256) { return std::stoul(sha256.substr(0, 8), nullptr, 16); }

/// The box for the runs, to be made while the compiler works: it is some milliseconds of waiting for the
/// kernel.
aio::Coroutine<std::unique_ptr<Session>> open_session(const Environment& environment,
                                                      const Exercise& exercise) {
    co_return std::make_unique<Session>(environment.kit.needed_to_run(), environment.containment,
                                        exercise.limits);
}

}  // namespace

aio::Coroutine<std::unique_ptr<Prepared>> prepare(Graded& graded, Assignment assignment,
                                                  const Environment& environment) {
    Verdict& verdict = graded.verdict;
    const Exercise& exercise = *assignment.exercise;
    auto ready = std::make_unique<Prepared>();
    std::variant<Submission, NotASubmission> taken = take_in(assignment.path);
    std::visit([&](auto& one) { one.facts.file = assignment.name; }, taken);
    if (const auto* refused = std::get_if<NotASubmission>(&taken)) {
        verdict.submission = refused->facts;
        verdict.outcome = Outcome::invalid_submission;
        verdict.reason = refused->reason;
        co_return nullptr;
    }
    ready->submission = std::get<Submission>(std::move(taken));
    verdict.submission = ready->submission.facts;
    verdict.grader.seed = assignment.seed.value_or(seed_from(ready->submission.facts.sha256));
    graded.source = ready->submission.bytes;
    if (code_digest(ready->submission.bytes) == exercise.stub_digest) {
        verdict.outcome = Outcome::not_started;
        co_return nullptr;
    }

    auto [compiled, session] = co_await aio::gather(
        compile_submission(ready->submission, exercise, assignment.language, environment),
        open_session(environment, exercise));
    ready->compiled = std::move(compiled);
    ready->session = std::move(session);
    const Program* program = read_compile(ready->compiled, verdict);
    if (program == nullptr) co_return nullptr;
    ready->session->load(program->path());
    co_return ready;
}

aio::Coroutine<std::vector<Played>> play(Session& session, std::vector<Scenario> scenarios,
                                         std::vector<Scenario>& missed) {
    std::vector<Played> runs;
    bool hopeless = false;
    for (Scenario& scenario : scenarios) {
        if (hopeless) {
            missed.push_back(std::move(scenario));
            continue;
        }
        Run run = co_await session.play(scenario);
        hopeless = is_hopeless(run.ending);
        runs.push_back(Played{std::move(scenario), std::move(run)});
    }
    co_return runs;
}

Graded not_graded_yet(const Assignment& assignment, const Environment& environment) {
    Graded graded;
    Verdict& verdict = graded.verdict;
    verdict.exercise = assignment.exercise->name;
    verdict.max_points = assignment.exercise->rubric.max_points();
    verdict.grader.version = AWAITLAB_VERSION;
    verdict.grader.language = assignment.language;
    verdict.grader.compiler = environment.kit.toolchain().version;
    verdict.resources.contained_by = environment.containment.words();
    return graded;
}

void tell_fault(Verdict& verdict, const char* what) {
    verdict.outcome = Outcome::internal_error;
    verdict.reason = say("the grader failed, not the submission: {0}", what);
}

}  // namespace grader
