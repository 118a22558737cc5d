#include "grader/replay.hpp"

#include "grader/judge/judge.hpp"
#include "grader/line_stage.hpp"
#include "grader/protocol/protocol.hpp"
#include "grader/ready.hpp"
#include "grader/timeline/scenario_report.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

Text other_version() {
    return {"the verdict names a check or a scenario that this grader does not have: it is another version's",
            "le verdict nomme un critère ou un scénario que ce correcteur n'a pas : il vient d'une autre "
            "version"};
}

Text not_played_so() {
    return {"the verdict has calls that this exercise does not make: somebody has changed it",
            "le verdict contient des appels que cet exercice ne fait pas : quelqu'un l'a modifié"};
}

std::optional<std::int64_t> whole_number(const std::string& text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

/// "server.2.delay" and "server.0.delay" are alike.
std::string without_digits(std::string name) {
    std::erase_if(name, [](unsigned char c) { return std::isdigit(c) != 0; });
    return name;
}

/// The arguments of what was made smaller are some of those that the exercise gives, and its numbers no larger:
/// what judges relies on that.
bool is_smaller(const protocol::Call& call, const std::vector<protocol::Call>& usual) {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> bounds;
    std::set<std::string> texts;
    for (const protocol::Call& one : usual) {
        if (one.function != call.function) continue;
        for (const auto& [name, value] : one.arguments) {
            if (const auto number = whole_number(value)) {
                auto& [least, most] = bounds.try_emplace(without_digits(name), 1, 1).first->second;
                least = std::min(least, *number);
                most = std::max(most, *number);
            } else {
                texts.insert(without_digits(name));
            }
        }
    }
    return std::ranges::all_of(call.arguments, [&](const auto& argument) {
        const auto bound = bounds.find(without_digits(argument.first));
        const auto number = whole_number(argument.second);
        if (number && bound != bounds.end())
            return *number >= bound->second.first && *number <= bound->second.second;
        return texts.contains(without_digits(argument.first));
    });
}

/// Whether the recorded calls could be some of this exercise's, and go through the socket in one piece.
bool may_be_played(const ReplayRequest& request, const Scenario& usual) {
    const std::vector<protocol::Call>& calls = usual.script.calls;
    const bool known = std::ranges::all_of(request.calls, [&](const protocol::Call& call) {
        return std::ranges::count(calls, call.function, &protocol::Call::function) > 0 && is_smaller(call, calls);
    });
    protocol::Script script;
    script.calls = request.calls;
    script.order = request.order;
    return known && request.calls.size() <= calls.size() &&
           protocol::write_script(script).size() <= protocol::longest_frame;
}

aio::Coroutine<> replay_into(Replayed& replayed, const ReplayRequest& request, const Workshop& workshop) {
    Verdict& verdict = replayed.graded.verdict;
    const Exercise& exercise = *request.assignment.exercise;
    const Rubric rubric = exercise.rubric();
    std::vector<Scenario> usual = exercise.scenarios(request.assignment.seed.value_or(0));
    const auto wanted = std::ranges::find(usual, request.scenario, &Scenario::id);
    if (wanted == usual.end() || std::ranges::count(rubric.criteria(), request.check, &Criterion::id) == 0) {
        replayed.refused = other_version();
        co_return;
    }
    if (!may_be_played(request, *wanted)) {
        replayed.refused = not_played_so();
        co_return;
    }
    std::vector<Scenario> recorded = as_recorded(request, *wanted);
    const std::unique_ptr<Ready> ready = co_await make_ready(replayed.graded, request.assignment, workshop);
    if (!ready) co_return;

    std::vector<Played> runs = co_await play(*ready->session, std::move(usual));
    std::vector<Played> others = co_await play(*ready->session, std::move(recorded));
    co_await find_lines_of(runs, ready->submission, exercise, workshop);
    co_await find_lines_of(others, ready->submission, exercise, workshop);

    Judgement judgement;
    try {
        judgement = judge(rubric, runs, others, ready->submission.facts.file, request.assignment.language);
    } catch (const std::logic_error&) {  // std::stoi(), at(): an argument is missing
        if (request.calls.empty()) throw;
        replayed.refused = not_played_so();
        co_return;
    }
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

aio::Coroutine<Replayed> replay(ReplayRequest request, const Workshop& workshop) {
    Replayed replayed;
    replayed.graded = not_graded_yet(request.assignment, workshop);
    try {
        co_await replay_into(replayed, request, workshop);
    } catch (const std::exception& fault) {
        tell_fault(replayed.graded.verdict, fault.what());
    }
    co_return replayed;
}

}  // namespace grader
