#include "grader/rubric/written_exercise.hpp"

#include "grader/rubric/driver_source.hpp"
#include "grader/rubric/entry.hpp"
#include "grader/rubric/planned_scenario.hpp"
#include "grader/rubric/vocabulary.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace grader {

namespace {

constexpr const char* file = "rubric.json";
constexpr std::size_t most_bytes = 1 << 20;
constexpr std::int64_t most_points = 1000;

bool is_same_value(const PlannedValue& one, const PlannedValue& other) {
    return one.name == other.name && one.least.is_time == other.least.is_time;
}

/// A call is known by its text, so the same text must mean the same call everywhere.
bool mean_the_same(const PlannedScenario& one, const PlannedScenario& other) {
    for (const PlannedCall& call : one.calls) {
        const auto again = std::ranges::find(other.calls, call.text, &PlannedCall::text);
        if (again == other.calls.end()) continue;
        if (again->gives != call.gives || !std::ranges::equal(one.values, other.values, is_same_value))
            return false;
    }
    return true;
}

std::vector<PlannedScenario> read_scenarios(const Entry& entry, Reading& reading) {
    std::vector<PlannedScenario> scenarios;
    for (const Entry& one : reading.list(entry)) {
        PlannedScenario read = read_scenario(one, reading);
        for (const PlannedScenario& earlier : scenarios) {
            if (earlier.id == read.id) {
                reading.complain(one, say("there are two scenarios \"{0}\": rename one of them",
                                          "il y a deux scénarios « {0} » : renommez-en un", read.id));
            }
            if (!mean_the_same(earlier, read)) {
                reading.complain(
                    one, say("the same call stands in \"{0}\", with other values or another \"gives\"",
                             "le même appel se trouve dans « {0} », avec d'autres valeurs ou un autre "
                             "« gives »",
                             earlier.id));
            }
        }
        scenarios.push_back(std::move(read));
    }
    return scenarios;
}

std::vector<Scenario> make_scenarios(const std::vector<PlannedScenario>& planned, std::uint64_t seed) {
    Draw draw(seed);
    std::vector<Scenario> scenarios;
    for (const PlannedScenario& one : planned)
        scenarios.push_back(with_values(one, draw_values(one, draw), seed));
    return scenarios;
}

/// One measure, or several that must all hold: the first that fails speaks.
Asked read_expectation(const Entry& entry, const Trial& trial, Reading& reading) {
    if (entry.kind != Entry::Kind::list) return read_measure(entry, trial, reading);
    std::vector<Measure> measures;
    Text expected;
    for (const Entry& one : reading.list(entry)) {
        Asked asked = read_measure(one, trial, reading);
        expected = expected.empty() ? asked.expected : say("{0}; {1}", "{0} ; {1}", expected, asked.expected);
        measures.push_back(std::move(asked.measure));
    }
    return {[measures](const Timeline& here, const Timelines& all) {
                for (const Measure& measure : measures) {
                    if (Finding finding = measure(here, all); !finding.holds) return finding;
                }
                return holds();
            },
            expected};
}

Criterion read_criterion(const Entry& entry, const std::vector<Scenario>& scenarios,
                         const std::string& header, Reading& reading) {
    reading.only(entry, {"id", "points", "title", "in", "expect", "expected", "hint"});
    Criterion criterion;
    const Entry& id = reading.needed(entry, "id");
    criterion.id = reading.text(id);
    if (!std::ranges::all_of(criterion.id, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        })) {
        reading.complain(id, {"an id has small letters, digits and - only",
                              "un id n'a que des minuscules, des chiffres et -"});
    }
    criterion.points = static_cast<int>(reading.number(reading.needed(entry, "points"), 1, most_points));
    criterion.title = reading.in_both_languages(reading.needed(entry, "title"));
    criterion.hint = reading.in_both_languages(reading.needed(entry, "hint"));
    Trial trial{{}, header};
    const Entry& in = reading.needed(entry, "in");
    criterion.scenarios = reading.texts(in);
    for (const std::string& name : criterion.scenarios) {
        const auto found = std::ranges::find(scenarios, name, &Scenario::id);
        if (found != scenarios.end()) {
            trial.scenarios.push_back(&*found);
        } else {
            reading.complain(in,
                             say("there is no scenario \"{0}\"", "il n'y a pas de scénario « {0} »", name));
        }
    }
    Asked asked = read_expectation(reading.needed(entry, "expect"), trial, reading);
    criterion.measure = std::move(asked.measure);
    const Entry* expected = entry.find("expected");
    criterion.expected = expected != nullptr ? reading.in_both_languages(*expected) : asked.expected;
    return criterion;
}

std::vector<Criterion> read_criteria(const Entry& top, const std::vector<Scenario>& scenarios,
                                     const std::string& header, Reading& reading) {
    std::vector<Criterion> criteria;
    int sum = 0;
    for (const Entry& one : reading.list(reading.needed(top, "criteria"))) {
        Criterion read = read_criterion(one, scenarios, header, reading);
        if (std::ranges::find(criteria, read.id, &Criterion::id) != criteria.end()) {
            reading.complain(one, say("there are two criteria \"{0}\": rename one of them",
                                      "il y a deux critères « {0} » : renommez-en un", read.id));
        }
        sum += read.points;
        criteria.push_back(std::move(read));
    }
    if (const Entry* points = top.find("points");
        points != nullptr && reading.number(*points, 1, 1'000'000) != sum) {
        reading.complain(*points, say("the criteria have {0} points together",
                                      "les critères font {0} points ensemble", sum));
    }
    return criteria;
}

}  // namespace

ReadExercise read_exercise(const std::string& name, std::string_view rubric_json, const std::string& header) {
    ReadExercise read;
    if (rubric_json.size() > most_bytes) {
        read.complaint = say("{0}: larger than 1 MB", "{0} : plus de 1 Mo", file);
        return read;
    }
    const ReadEntry parsed = read_entry(rubric_json, file);
    if (!parsed.complaint.empty()) {
        read.complaint = parsed.complaint;
        return read;
    }
    Reading reading(file);
    reading.only(parsed.entry, {"title", "points", "scenarios", "criteria"});
    Exercise exercise;
    exercise.name = name;
    exercise.title = reading.in_both_languages(reading.needed(parsed.entry, "title"));
    const std::vector<PlannedScenario> scenarios =
        read_scenarios(reading.needed(parsed.entry, "scenarios"), reading);
    const std::vector<Scenario> tried = reading.ok() ? make_scenarios(scenarios, 0) : std::vector<Scenario>();
    const std::vector<Criterion> criteria =
        reading.ok() ? read_criteria(parsed.entry, tried, header, reading) : std::vector<Criterion>();
    if (!reading.ok()) {
        read.complaint = reading.complaint();
        return read;
    }
    Rubric rubric;
    for (const Criterion& criterion : criteria) rubric.add(criterion);
    exercise.scenarios = [scenarios](std::uint64_t seed) { return make_scenarios(scenarios, seed); };
    exercise.rubric = [rubric] { return rubric; };
    exercise.header = header;
    exercise.driver = driver_source(name, scenarios);
    read.exercise = std::move(exercise);
    return read;
}

}  // namespace grader
