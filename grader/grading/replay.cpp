#include "grader/grading/replay.hpp"

#include "grader/exercise/scenarios.hpp"
#include "grader/grading/prepare.hpp"
#include "grader/grading/submission_lines.hpp"
#include "grader/judge/judge.hpp"
#include "grader/protocol/protocol.hpp"
#include "grader/timeline/scenario_report.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grader {

namespace {

constexpr std::size_t most_arguments = 2000;  // a list of 300 structs has 600

/// Takes the argument of that name out; nothing where there is none.
std::optional<std::string> take(Values& arguments, const std::string& name) {
    const auto found = std::ranges::find(arguments, name, &Values::value_type::first);
    if (found == arguments.end()) return std::nullopt;
    std::string value = std::move(found->second);
    arguments.erase(found);
    return value;
}

/// The scenario as it was played. `usual`: as the exercise asks for it. Nothing if the recorded calls cannot
/// be calls of this exercise, or are too long for one message.
std::optional<Scenario> as_recorded(const ReplayRequest& request, const Exercise& exercise,
                                    const Scenario& usual) {
    Scenario scenario = usual;
    if (!request.calls.empty()) {
        std::vector<PlannedCall> calls;
        std::uint64_t late_seed = 0;
        for (const protocol::Call& call : request.calls) {
            const Function* function = find_function(exercise.functions, call.function);
            Values arguments = call.arguments;
            const std::optional<std::string> cancelled_at = take(arguments, "cancelled_at");
            if (take(arguments, "late")) late_seed = usual.script.late_seed;
            if (function == nullptr || arguments.size() > most_arguments) return std::nullopt;
            PlannedCall planned{function, inputs_from(arguments, function->parameters)};
            if (values_of(planned.inputs, function->parameters) != arguments) return std::nullopt;
            if (cancelled_at) planned.cancel_at = Time(read_quantity(*cancelled_at).value());
            calls.push_back(std::move(planned));
        }
        if (calls.size() > usual.script.calls.size()) return std::nullopt;
        scenario = make_scenario({usual.id, usual.name, calls, late_seed});
        if (scenario.script.calls.back().arguments == usual.script.calls.back().arguments)
            scenario.alone = usual.alone;
        scenario.made_simpler = true;
        scenario.inputs_json = request.inputs_json;
        scenario.inputs = Text(request.inputs);
    }
    if (!request.order.empty() || !request.calls.empty()) scenario.name = Text(request.name);
    scenario.script.order = request.order;
    if (protocol::write_script(scenario.script).size() > protocol::longest_frame) return std::nullopt;
    return scenario;
}

/// Fills the verdict in. Gives why the request cannot be played, if it cannot.
aio::Coroutine<std::optional<Failure>> replay_into(Graded& graded, const ReplayRequest& request,
                                                   const Environment& environment) {
    Verdict& verdict = graded.verdict;
    const Exercise& exercise = *request.assignment.exercise;
    const std::uint64_t seed = request.assignment.seed.value_or(0);
    std::vector<Scenario> usual = exercise.scenarios(seed);
    std::vector<Scenario> all = usual;
    std::ranges::move(exercise.drawn(seed), std::back_inserter(all));
    const auto wanted = std::ranges::find(all, request.scenario, &Scenario::id);
    if (wanted == all.end() ||
        std::ranges::count(exercise.rubric.criteria(), request.check, &Criterion::id) == 0) {
        co_return Failure(Failure::Fault::caller,
                          say("the verdict names a check or a scenario that this grader does not have: "
                              "another version wrote the verdict"));
    }
    std::optional<Scenario> recorded = as_recorded(request, exercise, *wanted);
    if (!recorded) {
        co_return Failure(
            Failure::Fault::caller,
            say("the verdict has calls that this exercise does not make: somebody has changed it"));
    }
    const bool is_usual = std::ranges::count(usual, wanted->id, &Scenario::id) > 0;
    const auto alone = std::ranges::find(all, wanted->alone, &Scenario::id);
    if (!is_usual && alone != all.end()) usual.push_back(*alone);
    const bool is_as_asked = request.order.empty() && request.calls.empty();
    std::vector<Scenario> last;
    if (!is_as_asked) last.push_back(*std::move(recorded));
    // The judge compares another order with the usual order, and smaller inputs with all inputs. So it needs
    // the original run, too.
    if (!is_usual) usual.push_back(*wanted);
    const std::unique_ptr<Prepared> ready = co_await prepare(graded, request.assignment, environment);
    if (!ready) co_return std::nullopt;

    std::vector<Scenario> missed;
    std::vector<Played> runs = co_await play(*ready->session, std::move(usual), missed);
    std::vector<Played> others = co_await play(*ready->session, std::move(last), missed);
    co_await find_lines_of(runs, ready->submission, exercise, environment);
    co_await find_lines_of(others, ready->submission, exercise, environment);

    const Judgement judgement = judge({exercise.rubric, runs, others, {}, missed},
                                      ready->submission.facts.file, request.assignment.language);
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
    co_return std::nullopt;
}

}  // namespace

aio::Coroutine<Expected<Graded>> replay(ReplayRequest request, const Environment& environment) {
    Graded graded = not_graded_yet(request.assignment, environment);
    try {
        std::optional<Failure> refused = co_await replay_into(graded, request, environment);
        if (refused) co_return *std::move(refused);
    } catch (const std::exception& fault) {
        tell_fault(graded.verdict, fault.what());
    }
    co_return graded;
}

}  // namespace grader
