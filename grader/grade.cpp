#include "grader/grade.hpp"

#include "grader/compile/advice.hpp"
#include "grader/compile_stage.hpp"
#include "grader/explore.hpp"
#include "grader/intake/intake.hpp"
#include "grader/judge/judge.hpp"
#include "grader/line_stage.hpp"
#include "grader/timekeeper/session.hpp"
#include "grader/timeline/scenario_report.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <thread>
#include <utility>

namespace grader {

namespace {

/// Inputs that a student cannot choose without choosing the bytes: the same file always meets the same ones.
std::uint64_t seed_from(const std::string& sha256) { return std::stoul(sha256.substr(0, 8), nullptr, 16); }

/// The box for the runs, to be made while the compiler works: it is some milliseconds of waiting for the kernel.
aio::Coroutine<std::unique_ptr<Session>> open_session(const Workshop& workshop, const Exercise& exercise) {
    co_return std::make_unique<Session>(workshop.kit.needed_to_run(), workshop.containment, exercise.limits);
}

aio::Coroutine<std::vector<Played>> play(Session& session, std::vector<Scenario> scenarios) {
    std::vector<Played> runs;
    for (Scenario& scenario : scenarios) {
        Run run = co_await session.play(scenario);
        const bool hopeless = is_hopeless(run.ending);
        runs.push_back(Played{std::move(scenario), std::move(run)});
        if (hopeless) break;  // every further scenario would take as long again, and change nothing
    }
    co_return runs;
}

aio::Coroutine<> grade_into(Graded& graded, Assignment assignment, const Workshop& workshop) {
    Verdict& verdict = graded.verdict;
    const Exercise& exercise = *assignment.exercise;

    std::variant<Submission, NotASubmission> taken = take_in(assignment.path);
    std::visit([&](auto& one) { one.facts.file = assignment.name; }, taken);
    if (const auto* refused = std::get_if<NotASubmission>(&taken)) {
        verdict.submission = refused->facts;
        verdict.outcome = Outcome::invalid_submission;
        verdict.reason = refused->reason;
        co_return;
    }
    const auto& submission = std::get<Submission>(taken);
    verdict.submission = submission.facts;
    verdict.grader.seed = assignment.seed.value_or(seed_from(submission.facts.sha256));
    graded.source = submission.bytes;
    if (code_digest(submission.bytes) == exercise.stub_digest) {
        verdict.outcome = Outcome::not_started;
        co_return;
    }

    const auto [compiled, session] = co_await aio::gather(
        compile_submission(submission, exercise.name, assignment.language, workshop), open_session(workshop, exercise));
    const Program* program = read_compile(compiled, verdict);
    if (program == nullptr) co_return;

    std::vector<Scenario> scenarios = exercise.scenarios(verdict.grader.seed);
    session->load(program->path());
    std::vector<Played> runs = co_await play(*session, std::move(scenarios));
    const Rubric rubric = exercise.rubric();
    Exploration explored = co_await explore(*session, rubric, runs, verdict.grader.seed);
    co_await find_lines_of(runs, submission, exercise.name, workshop);
    co_await find_lines_of(explored.counterexamples, submission, exercise.name, workshop);
    Judgement judgement =
        judge(rubric, runs, explored.counterexamples, submission.facts.file, assignment.language);
    verdict.outcome = judgement.outcome;
    verdict.reason = judgement.reason;
    if (judgement.outcome == Outcome::failed) verdict.reason = advice_on(verdict.diagnostics);
    verdict.points = judgement.points;
    verdict.checks = std::move(judgement.checks);
    for (const Played& played : runs) {
        verdict.scenarios.push_back(report(played.scenario, played.run, assignment.language));
        const OrdersTried tried = explored.orders[played.scenario.id];
        verdict.scenarios.back().orders_tried = static_cast<int>(tried.count);
        verdict.scenarios.back().all_orders = tried.all;
        verdict.resources.run_cpu_ms += played.run.cpu_us;
        verdict.resources.max_rss_kb = std::max(verdict.resources.max_rss_kb, played.run.max_rss_kb);
    }
    for (const Played& played : explored.counterexamples) {
        verdict.scenarios.push_back(report(played.scenario, played.run, assignment.language));
    }
    verdict.resources.run_cpu_ms = (verdict.resources.run_cpu_ms + explored.cpu_us) / 1000;
    verdict.resources.max_rss_kb = std::max(verdict.resources.max_rss_kb, explored.max_rss_kb);
}

aio::Coroutine<Graded> grade_in_turn(aio::Semaphore& cores, Assignment assignment, const Workshop& workshop) {
    const aio::Permit core = co_await cores.acquire();
    Graded graded = co_await grade(std::move(assignment), workshop);
    co_return graded;
}

}  // namespace

aio::Coroutine<Graded> grade(Assignment assignment, const Workshop& workshop) {
    Graded graded;
    Verdict& verdict = graded.verdict;
    verdict.exercise = assignment.exercise->name;
    verdict.max_points = assignment.exercise->rubric().max_points();
    verdict.grader.version = AWAITLAB_VERSION;
    verdict.grader.language = assignment.language;
    verdict.grader.compiler = workshop.kit.toolchain().version;
    verdict.resources.contained_by = workshop.containment.words();
    try {
        co_await grade_into(graded, assignment, workshop);
    } catch (const std::exception& fault) {
        verdict.outcome = Outcome::internal_error;
        verdict.reason = say("the grader failed, not the submission: {0}",
                             "c'est le correcteur qui a échoué, pas la copie : {0}", fault.what());
    }
    co_return graded;
}

aio::Coroutine<std::vector<Graded>> grade_all(std::vector<Assignment> assignments, const Workshop& workshop) {
    aio::Semaphore cores(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    std::vector<aio::Coroutine<Graded>> all;
    for (Assignment& assignment : assignments) all.push_back(grade_in_turn(cores, std::move(assignment), workshop));
    std::vector<Graded> graded = co_await aio::gather(all);
    co_return graded;
}

}  // namespace grader
