#include "grader/replay.hpp"

#include "grader/judge/judge.hpp"
#include "grader/line_stage.hpp"
#include "grader/ready.hpp"
#include "grader/timeline/scenario_report.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>

namespace grader {

namespace {

/// The scenario as it was played, where that is not as the exercise asks for it.
std::vector<Scenario> as_recorded(const ReplayRequest& request, const Scenario& usual) {
    if (request.order.empty() && request.calls.empty()) return {};
    Scenario scenario = usual;
    scenario.name = Text(request.name, request.name);
    scenario.script.order = request.order;
    if (!request.calls.empty()) {
        scenario.made_smaller = true;
        scenario.script.calls = request.calls;
        scenario.inputs_json = request.inputs_json;
        scenario.inputs = Text(request.inputs, request.inputs);
    }
    return {scenario};
}

void tell_other_version(Verdict& verdict) {
    verdict.outcome = Outcome::internal_error;
    verdict.reason = {
        "the verdict names a check or a scenario that this grader does not have: it is another version's",
        "le verdict nomme un critère ou un scénario que ce correcteur n'a pas : il vient d'une autre "
        "version"};
}

aio::Coroutine<> replay_into(Graded& graded, const ReplayRequest& request, const Workshop& workshop) {
    Verdict& verdict = graded.verdict;
    const Exercise& exercise = *request.assignment.exercise;
    const std::unique_ptr<Ready> ready = co_await make_ready(graded, request.assignment, workshop);
    if (!ready) co_return;

    const Rubric rubric = exercise.rubric();
    std::vector<Scenario> usual = exercise.scenarios(verdict.grader.seed);
    const auto wanted = std::ranges::find(usual, request.scenario, &Scenario::id);
    if (wanted == usual.end() || std::ranges::count(rubric.criteria(), request.check, &Criterion::id) == 0) {
        tell_other_version(verdict);
        co_return;
    }
    std::vector<Scenario> recorded = as_recorded(request, *wanted);
    std::vector<Played> runs = co_await play(*ready->session, std::move(usual));
    std::vector<Played> others = co_await play(*ready->session, std::move(recorded));
    co_await find_lines_of(runs, ready->submission, exercise, workshop);
    co_await find_lines_of(others, ready->submission, exercise, workshop);

    const Judgement judgement =
        judge(rubric, runs, others, ready->submission.facts.file, request.assignment.language);
    const Check& check = *std::ranges::find(judgement.checks, request.check, &Check::id);
    verdict.checks = {check};
    verdict.outcome = check.status == CheckStatus::passed ? Outcome::passed : Outcome::failed;
    verdict.points = check.points;
    verdict.max_points = check.max_points;
    const std::vector<Played>& from = others.empty() ? runs : others;
    const auto played =
        std::ranges::find_if(from, [&](const Played& one) { return one.scenario.id == request.scenario; });
    if (played != from.end()) {
        verdict.scenarios.push_back(report(played->scenario, played->run, request.assignment.language));
    }
}

}  // namespace

aio::Coroutine<Graded> replay(ReplayRequest request, const Workshop& workshop) {
    Graded graded = not_graded_yet(request.assignment, workshop);
    try {
        co_await replay_into(graded, request, workshop);
    } catch (const std::exception& fault) {
        tell_fault(graded.verdict, fault.what());
    }
    co_return graded;
}

}  // namespace grader
