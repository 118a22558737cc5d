#include "grader/exercise/read_exercise.hpp"

#include "grader/exercise/json_value.hpp"
#include "grader/exercise/scenarios.hpp"
#include "grader/exercise/tried_formula.hpp"
#include "grader/exercise/vocabulary.hpp"
#include "grader/intake/cpp_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace grader {

namespace {

constexpr std::size_t most_bytes = 1 << 20;
constexpr std::int64_t most_points = 1000;
constexpr std::uint64_t seeds_to_try = 4;

/// Some calls that the grader may make, to try the formulas of a criterion. Nobody sees the drawn ones, so
/// they are not put into words and JSON, which takes most of the time.
std::vector<TriedCall> calls_to_try(const Exercise& exercise) {
    std::vector<TriedCall> all;
    for (const Scenario& scenario : exercise.of_statement) {
        for (std::size_t call = 0; call < scenario.script.calls.size(); ++call)
            all.push_back({scenario.script.calls[call].function, scenario.facts[call]});
    }
    const auto add = [&all](const std::vector<PlannedScenario>& planned) {
        for (const PlannedScenario& scenario : planned) {
            std::vector<Scenario::Facts> facts = facts_of(scenario);
            for (std::size_t call = 0; call < facts.size(); ++call)
                all.push_back({scenario.calls[call].function->name, std::move(facts[call])});
        }
    };
    for (std::uint64_t seed = 1; seed <= seeds_to_try; ++seed) {
        add(usual_scenarios(exercise.functions, exercise.compares_with_alone, seed));
        add(drawn_scenarios(exercise.functions, exercise.compares_with_alone, how_many_drawn, seed));
    }
    return all;
}

/// The facts of the calls that a criterion applies to. Complains if the condition is not a condition, or is
/// true for no call.
Trial trial_of(const Criterion& criterion, const JsonValue& entry, const std::vector<TriedCall>& tried,
               const std::string& header, Reading& reading) {
    Trial trial{{}, header, entry.find("expected") != nullptr};
    const JsonValue* when = entry.find("when");
    const JsonValue& at = when != nullptr ? *when : entry;
    for (const TriedCall& call : tried) {
        if (!reading.ok()) break;
        if (std::ranges::find(criterion.functions, call.function) == criterion.functions.end()) continue;
        if (try_condition(at, criterion.when, call.facts, reading)) trial.calls.push_back(&call);
    }
    if (trial.calls.empty()) {
        reading.complain(at,
                         say("no drawn call fulfils this: add a case to the function, or \"lasts\" if it is "
                             "about cancelled calls"));
    }
    return trial;
}

/// One hint, or a list of them that say more and more.
void read_hints(const JsonValue& entry, Criterion& criterion, Reading& reading) {
    if (entry.kind != JsonValue::Kind::list) {
        criterion.hint = reading.in_languages(entry);
        return;
    }
    const std::vector<JsonValue>& all = reading.list(entry);
    if (all.empty()) reading.complain(entry, say("at least one hint belongs here"));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Text hint = reading.in_languages(all[i]);
        if (i == 0) criterion.hint = hint;
        if (i > 0) criterion.further_hints.push_back(hint);
    }
}

Criterion read_criterion(const JsonValue& entry, const Exercise& exercise,
                         const std::vector<TriedCall>& tried, Reading& reading) {
    reading.only(entry, {"id", "points", "of", "when", "title", "expect", "expected", "hint"});
    Criterion criterion;
    criterion.id = reading.text(reading.needed(entry, "id"));
    criterion.points = static_cast<int>(reading.number(reading.needed(entry, "points"), 1, most_points));
    criterion.title = reading.in_languages(reading.needed(entry, "title"));
    read_hints(reading.needed(entry, "hint"), criterion, reading);
    criterion.functions = reading.texts(reading.needed(entry, "of"));
    for (const std::string& function : criterion.functions) {
        if (find_function(exercise.functions, function) == nullptr)
            reading.complain(reading.needed(entry, "of"), say("{0} is not among \"functions\"", function));
    }
    criterion.when = reading.text_or(entry, "when", "");
    if (!reading.ok()) return criterion;
    const Trial trial = trial_of(criterion, entry, tried, exercise.header, reading);
    const JsonValue& expect = reading.needed(entry, "expect");
    if (expect.kind == JsonValue::Kind::list) {
        for (const JsonValue& one : reading.list(expect))
            criterion.expectations.push_back(read_expectation(one, trial, reading));
    } else {
        criterion.expectations.push_back(read_expectation(expect, trial, reading));
    }
    for (const Expectation& one : criterion.expectations)
        criterion.expected = joined(criterion.expected, say("; "), one.words);
    if (const JsonValue* expected = entry.find("expected"))
        criterion.expected = reading.in_languages(*expected);
    return criterion;
}

bool asks_for(const JsonValue& criterion, std::string_view measure) {
    const JsonValue* expect = criterion.find("expect");
    if (expect == nullptr) return false;
    const auto is_it = [measure](const JsonValue& one) {
        const JsonValue* name = one.find("measure");
        return name != nullptr && name->text == measure;
    };
    return is_it(*expect) || std::ranges::any_of(expect->items, is_it);
}

/// Settings of the exercise that its criteria need: comparison with a call alone, expected errors.
void prepare_for(const JsonValue& criteria, Exercise& exercise, Reading& reading) {
    for (const JsonValue& one : criteria.items) {
        exercise.compares_with_alone = exercise.compares_with_alone || asks_for(one, "same_as_alone");
        const JsonValue* of = one.find("of");
        if (of == nullptr || !asks_for(one, "throws")) continue;
        std::ranges::move(reading.texts(*of), std::back_inserter(exercise.throwing));
    }
}

Rubric read_criteria(const JsonValue& top, Exercise& exercise, Reading& reading) {
    Rubric rubric;
    const JsonValue& entries = reading.needed(top, "criteria");
    prepare_for(entries, exercise, reading);
    const std::vector<TriedCall> tried = reading.ok() ? calls_to_try(exercise) : std::vector<TriedCall>();
    for (const JsonValue& one : reading.list(entries)) {
        if (!reading.ok()) break;
        Criterion read = read_criterion(one, exercise, tried, reading);
        if (std::ranges::find(rubric.criteria(), read.id, &Criterion::id) != rubric.criteria().end()) {
            reading.complain(one, say("there are two criteria \"{0}\": rename one of them", read.id));
        }
        rubric.add(std::move(read));
    }
    if (const JsonValue* points = top.find("points");
        points != nullptr && reading.ok() && reading.number(*points, 1, 1'000'000) != rubric.max_points()) {
        reading.complain(*points, say("the criteria have {0} points together", rubric.max_points()));
    }
    return rubric;
}

void read_scenarios(const JsonValue& top, Exercise& exercise, Reading& reading) {
    const JsonValue* scenarios = top.find("scenarios");
    if (scenarios == nullptr || !reading.ok()) return;
    const std::vector<PlannedScenario> usual = usual_scenarios(exercise.functions, true, 1);
    for (const JsonValue& one : reading.list(*scenarios)) {
        Scenario read = read_scenario(one, exercise.functions, reading);
        if (read.id.starts_with("drawn ") ||
            std::ranges::find(usual, read.id, &PlannedScenario::id) != usual.end())
            reading.complain(
                one,
                say("\"{0}\" is also the name of a scenario that the grader adds: rename this one", read.id));
        if (std::ranges::find(exercise.of_statement, read.id, &Scenario::id) != exercise.of_statement.end()) {
            reading.complain(one, say("there are two scenarios \"{0}\": rename one of them", read.id));
        }
        exercise.of_statement.push_back(std::move(read));
    }
}

}  // namespace

Expected<Exercise> read_exercise(const std::string& name, std::string_view json, const std::string& header) {
    constexpr auto fault = Failure::Fault::exercise;
    if (json.size() > most_bytes) return Failure(fault, say("{0}: larger than 1 MB", exercise_json));
    const Expected<JsonValue> parsed = read_json(json, exercise_json);
    if (!parsed) return parsed.failure();
    const JsonValue& top = *parsed;
    Reading reading(exercise_json);
    reading.only(top,
                 {"title", "place", "points", "stub", "functions", "header_waits", "scenarios", "criteria"});
    Exercise exercise;
    exercise.name = name;
    exercise.header = header;
    exercise.title = reading.in_languages(reading.needed(top, "title"));
    if (const JsonValue* place = top.find("place")) exercise.place = reading.number(*place, 1, 1000);
    exercise.stub_digest = reading.text_or(top, "stub", "");
    exercise.header_waits = reading.truth_or(top, "header_waits", false);
    const JsonValue& functions = reading.needed(top, "functions");
    if (reading.ok()) exercise.functions = read_functions(functions, reading);
    for (std::size_t i = 0; i < exercise.functions.size() && reading.ok(); ++i) {
        const std::string& function = exercise.functions[i].name;
        // The header may open its namespaces on other lines.
        if (!has_name(header, function.substr(function.rfind(':') + 1)))
            reading.complain(functions.items[i], say("{0}.hpp does not declare {1}", name, function));
    }
    read_scenarios(top, exercise, reading);
    if (reading.ok()) exercise.rubric = read_criteria(top, exercise, reading);
    if (!reading.ok()) return Failure(fault, reading.complaint());
    return exercise;
}

}  // namespace grader
