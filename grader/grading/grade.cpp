#include "grader/grading/grade.hpp"

#include "grader/compile/advice.hpp"
#include "grader/grading/explore.hpp"
#include "grader/judge/judge.hpp"
#include "grader/grading/submission_lines.hpp"
#include "grader/grading/prepare.hpp"
#include "grader/grading/shrink.hpp"
#include "grader/timeline/scenario_report.hpp"
#include "grader/grading/trials.hpp"
#include "runtime/aio.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

namespace grader {

namespace {

aio::Coroutine<> grade_into(Graded& graded, Assignment assignment, const Environment& environment) {
    Verdict& verdict = graded.verdict;
    const Exercise& exercise = *assignment.exercise;
    const Language language = assignment.language;

    const std::unique_ptr<Prepared> ready = co_await prepare(graded, assignment, environment);
    if (!ready) co_return;
    const Submission& submission = ready->submission;
    Session& session = *ready->session;

    const std::uint64_t seed = verdict.grader.seed;
    Trials tried = co_await try_submission(session, exercise, seed);
    Exploration explored = co_await explore(session, exercise, tried, seed);
    std::vector<Played>& runs = tried.runs;
    std::vector<Played> others = co_await shrink(session, exercise, runs);
    std::ranges::move(explored.counterexamples, std::back_inserter(others));
    co_await find_lines_of(runs, submission, exercise, environment);
    co_await find_lines_of(others, submission, exercise, environment);

    Judgement judgement =
        judge({exercise.rubric, runs, others, tried.held, tried.missed}, submission.facts.file, language);
    verdict.outcome = judgement.outcome;
    verdict.reason = judgement.reason;
    if (judgement.outcome == Outcome::failed) verdict.reason = advice_on(verdict.diagnostics);
    verdict.points = judgement.points;
    verdict.checks = std::move(judgement.checks);

    const std::uint64_t cpu_us = explored.cpu_us + tried.cpu_us;
    verdict.resources.max_rss_kb = std::max(explored.max_rss_kb, tried.max_rss_kb);
    verdict.drawn_scenarios = tried.drawn;
    verdict.all_orders = true;
    for (const Played& usual : tried.usual) {
        const OrdersTried orders = explored.orders[usual.scenario.id];
        verdict.orders_tried += static_cast<int>(orders.count);
        verdict.all_orders = verdict.all_orders && orders.all;
    }
    for (const Played& played : runs) {
        verdict.scenarios.push_back(report(played.scenario, played.run, language));
        const OrdersTried orders = explored.orders[played.scenario.id];
        verdict.scenarios.back().orders_tried = static_cast<int>(orders.count);
        verdict.scenarios.back().all_orders = orders.all;
    }
    for (const Played& played : others)
        verdict.scenarios.push_back(report(played.scenario, played.run, language));
    verdict.resources.run_cpu_ms = cpu_us / 1000;
}

aio::Coroutine<Graded> grade_in_turn(aio::Semaphore& cores, Assignment assignment, const Environment& environment) {
    const aio::Permit core = co_await cores.acquire();
    Graded graded = co_await grade(std::move(assignment), environment);
    co_return graded;
}

}  // namespace

aio::Coroutine<Graded> grade(Assignment assignment, const Environment& environment) {
    Graded graded = not_graded_yet(assignment, environment);
    try {
        co_await grade_into(graded, assignment, environment);
    } catch (const std::exception& fault) {
        tell_fault(graded.verdict, fault.what());
    }
    co_return graded;
}

aio::Coroutine<std::vector<Graded>> grade_all(std::vector<Assignment> assignments, const Environment& environment) {
    aio::Semaphore cores(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    std::vector<aio::Coroutine<Graded>> all;
    for (Assignment& assignment : assignments)
        all.push_back(grade_in_turn(cores, std::move(assignment), environment));
    std::vector<Graded> graded = co_await aio::gather(all);
    co_return graded;
}

}  // namespace grader
