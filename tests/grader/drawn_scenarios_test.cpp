#include "grader/exercise/course.hpp"
#include "grader/exercise/scenarios.hpp"
#include "tests/grader/domains.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace grader;
using namespace std::chrono_literals;

namespace {

std::vector<Function> functions(const std::string& json) {
    Reading reading(exercise_json);
    std::vector<Function> all = read_functions(domains::parsed(json), reading);
    REQUIRE_MESSAGE(reading.ok(), reading.complaint().in(Language::english));
    return all;
}

const char* const order =
    R"({"order": {"parameters": {"work": ["0.5s", "4s"], "length": [0, 9]}, "lasts": "work",
    "cases": [{"with": {"work": "3s"}, "when": "length > 2"}]}})";

/// How far in its call each cancellation comes, in quarters.
std::array<int, 4> quarters(const std::vector<Scenario>& scenarios, const std::vector<Function>& of) {
    std::array<int, 4> counted{};
    for (const Scenario& scenario : scenarios) {
        for (std::size_t call = 0; call < scenario.script.calls.size(); ++call) {
            if (!scenario.is_cancelled(call)) continue;
            const Function* function = find_function(of, scenario.script.calls[call].function);
            const std::int64_t length = *lasts(*function, scenario.facts[call]);
            const std::int64_t moment = scenario.cancel_at[call]->count();
            CHECK(moment > 0);
            REQUIRE(moment < length);
            ++counted[static_cast<std::size_t>(4 * moment / length)];
        }
    }
    return counted;
}

/// Whether it may be drawn, or is what it was; a case may have drawn more than the parameter has otherwise.
bool is_inside(const Input& input, const Domain& domain, const std::vector<Input>& before) {
    if (std::ranges::find(before, input) != before.end() || domains::allows(domain, input)) return true;
    std::vector<Input> parts;
    if (input.kind == Input::Kind::list) {
        for (const Input& one : before) parts.insert(parts.end(), one.items.begin(), one.items.end());
        return static_cast<std::int64_t>(input.items.size()) <= domain.most &&
               std::ranges::all_of(input.items, [&](const Input& item) {
                   return is_inside(item, domain.item.front(), parts);
               });
    }
    for (std::size_t i = 0; i < input.fields.size(); ++i) {
        parts.clear();
        for (const Input& one : before) parts.push_back(one.fields[i].second);
        const bool is_kept = std::ranges::find(parts, input.fields[i].second) != parts.end();
        const bool is_held = input.fields[i].first == slots_held;
        if (!is_kept && !is_held &&
            !is_inside(input.fields[i].second, domain.fields[std::min(i, domain.fields.size() - 1)].second,
                       parts))
            return false;
    }
    return !input.fields.empty();
}

bool stays_inside(const Scenario& smaller, const Scenario& original, const std::vector<Function>& of) {
    for (const protocol::Call& call : smaller.script.calls) {
        const auto& parameters = find_function(of, call.function)->parameters;
        const Inputs inputs = inputs_from(call.arguments, parameters);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            std::vector<Input> before;
            for (const protocol::Call& one : original.script.calls) {
                if (one.function == call.function)
                    before.push_back(inputs_from(one.arguments, parameters)[i].second);
            }
            if (!is_inside(inputs[i].second, parameters[i].second, before)) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("drawn: as many as are asked for; each call is of a function, and knows its inputs") {
    const std::vector<Function> one = functions(order);
    const std::vector<Scenario> all = make_all(drawn_scenarios(one, false, 60, 1));
    CHECK(all.size() == 60);
    for (const Scenario& scenario : all) {
        for (std::size_t call = 0; call < scenario.script.calls.size(); ++call) {
            CHECK(scenario.script.calls[call].function == "order");
            const Inputs inputs = inputs_from(scenario.script.calls[call].arguments, one.front().parameters);
            for (std::size_t i = 0; i < inputs.size(); ++i)
                CHECK(domains::allows(one.front().parameters[i].second, inputs[i].second));
            const auto second = std::ranges::find(scenario.facts[call], "second", &Values::value_type::first);
            CHECK(second->second == (call > 0 ? "true" : "false"));
        }
    }
}

TEST_CASE("drawn: calls alone, and two, three and four of them in one run") {
    for (const Exercise& exercise : exercises()) {
        std::set<std::size_t> sizes;
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            for (const Scenario& scenario : exercise.drawn(seed)) sizes.insert(scenario.script.calls.size());
        }
        CAPTURE(exercise.name);
        CHECK(sizes == std::set<std::size_t>{1, 2, 3, 4});
    }
}

TEST_CASE("drawn: calls are cancelled in each quarter, alone, after another one, and before another one") {
    for (const Exercise& exercise : exercises()) {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const std::vector<Scenario> drawn = exercise.drawn(seed);
            for (const int count : quarters(drawn, exercise.functions))
                CHECK_MESSAGE(count > 0, exercise.name);
            bool alone = false;
            bool last = false;
            bool first = false;
            for (const Scenario& one : drawn) {
                const std::size_t calls = one.script.calls.size();
                alone = alone || (calls == 1 && one.is_cancelled(0));
                last = last || (calls > 1 && one.is_cancelled(calls - 1));
                first = first || (calls > 1 && one.is_cancelled(calls - 2) && !one.is_cancelled(calls - 1));
            }
            CHECK_MESSAGE(alone, exercise.name);
            CHECK_MESSAGE(last, exercise.name);
            CHECK_MESSAGE(first, exercise.name);
        }
    }
}

TEST_CASE("drawn: each function's turn comes, alone and as the last of several") {
    for (const Exercise& exercise : exercises()) {
        std::set<std::string> alone;
        std::set<std::string> last;
        for (const Scenario& one : exercise.drawn(1))
            (one.script.calls.size() == 1 ? alone : last).insert(one.script.calls.back().function);
        CHECK_MESSAGE(alone.size() == exercise.functions.size(), exercise.name);
        CHECK_MESSAGE(last.size() == exercise.functions.size(), exercise.name);
    }
}

TEST_CASE("drawn: a function that says so is never cancelled, nor called with late timers") {
    const std::vector<Function> quiet = functions(
        R"({"order": {"parameters": {"work": ["0.5s", "4s"]}, "lasts": "work", "late": false, "cancelled": false}, "ask": {}})");
    for (const auto& planned : {drawn_scenarios(quiet, false, 60, 1), usual_scenarios(quiet, false, 1)}) {
        bool any_late = false;
        const std::vector<Scenario> scenarios = make_all(planned);
        for (const Scenario& scenario : scenarios) {
            any_late = any_late || scenario.script.late_seed != 0;
            for (std::size_t call = 0; call < scenario.script.calls.size(); ++call) {
                CHECK_FALSE(scenario.is_cancelled(call));  // nobody knows how long ask() takes
                CHECK((scenario.script.late_seed == 0 || scenario.script.calls[call].function == "ask"));
            }
        }
        CHECK(any_late);
        CHECK(scenarios.size() >= 5);
    }
}

TEST_CASE(
    "drawn: where calls are compared, the last one is made alone, too, with the same inputs, before it is "
    "needed") {
    const std::vector<Function> one = functions(order);
    int compared = 0;
    std::vector<Scenario> before;
    for (const Scenario& scenario : make_all(drawn_scenarios(one, true, 60, 1))) {
        if (!scenario.alone.empty()) {
            ++compared;
            const auto alone = std::ranges::find(before, scenario.alone, &Scenario::id);
            REQUIRE(alone != before.end());
            CHECK(alone->script.calls.size() == 1);
            CHECK(alone->script.calls.back().arguments == scenario.script.calls.back().arguments);
            CHECK(scenario.script.late_seed == 0);
            CHECK_FALSE(scenario.is_cancelled(scenario.script.calls.size() - 1));
        }
        before.push_back(scenario);
    }
    CHECK(compared > 5);
    for (const PlannedScenario& scenario : drawn_scenarios(one, false, 60, 1)) CHECK(scenario.alone.empty());
}

TEST_CASE("usual: each function with every case, late, cancelled half way, and once more") {
    std::vector<std::string> names;
    for (const PlannedScenario& one : usual_scenarios(functions(order), true, 1))
        names.push_back(one.name.in(Language::english));
    CHECK(names == std::vector<std::string>{"order, case 1", "order(), timers a little late",
                                            "order() cancelled from outside half way",
                                            "order() twice in a row, the last call alone",
                                            "order() twice in a row"});
    std::vector<std::string> plain;
    for (const PlannedScenario& one : usual_scenarios(functions(R"({"ask": {}})"), false, 1))
        plain.push_back(one.name.in(Language::english));
    CHECK(plain ==
          std::vector<std::string>{"ask() alone", "ask(), timers a little late", "ask() twice in a row"});
}

TEST_CASE("a scenario says its inputs in words, and as JSON") {
    const std::vector<Function> one = functions(
        R"({"order": {"parameters": {"work": ["0.5s", "4s"], "length": [0, 9]}, "inputs": {"en": "{work} of work", "fr": "{work} de travail"}},
            "ask": {}})");
    const Inputs inputs{{"work", {Input::Kind::time, 1'500'000'000}}, {"length", {Input::Kind::number, 3}}};
    const Scenario alone = make_scenario({"a", bilingual("a", "b"), {{&one[0], inputs, Time(1s)}}});
    CHECK(alone.inputs.in(french()) == "1,5 s de travail, annulée après 1 s");
    CHECK(alone.inputs_json == R"({"work_us":1500000,"length":3,"cancelled_after_us":1000000})");
    const Scenario two = make_scenario({"b", bilingual("a", "b"), {{&one[1], {}}, {&one[0], inputs}}, 7});
    CHECK(two.inputs.in(Language::english) == "ask(); then order(): 1.5 s of work");
    CHECK(
        two.inputs_json ==
        R"({"calls":[{"call":"ask","inputs":{}},{"call":"order","inputs":{"work_us":1500000,"length":3}}]})");
    CHECK(two.facts[1] == Scenario::Facts{{"work", "1500000000ns"},
                                          {"length", "3"},
                                          {"cancelled", "false"},
                                          {"cancelled_at", "0ns"},
                                          {"late", "true"},
                                          {"second", "true"}});
    CHECK(two.script.late_seed == 7);
}

TEST_CASE("smaller: fewer calls come first, then timers on time, then simpler inputs") {
    const std::vector<Function> one = functions(order);
    const Inputs inputs{{"work", {Input::Kind::time, 1'000'000'000}}, {"length", {Input::Kind::number, 1}}};
    const Scenario two = make_scenario({"a", bilingual("a", "b"), {{&one[0], inputs}, {&one[0], inputs}}, 7});
    const std::vector<Scenario> less = simpler_scenarios(two, one);
    REQUIRE(less.size() == 5);
    CHECK(less[0].script.calls.size() == 1);
    CHECK(less[1].script.calls.size() == 1);
    CHECK(less[1].script.late_seed == 7);
    CHECK(less[2].script.calls.size() == 2);
    CHECK(less[2].script.late_seed == 0);
    CHECK(less[3].script.calls[0].arguments[1].second == "0");
    CHECK(less[4].script.calls[1].arguments[1].second == "0");
    for (const Scenario& smaller : less) CHECK(smaller.id == "a");
}

TEST_CASE("smaller: it stays compared with the same call alone as long as it is the same call") {
    const std::vector<Function> one = functions(order);
    const Inputs inputs{{"work", {Input::Kind::time, 1'000'000'000}}, {"length", {Input::Kind::number, 1}}};
    Scenario two = make_scenario({"a", bilingual("a", "b"), {{&one[0], inputs}, {&one[0], inputs}}});
    two.alone = "a, alone";
    for (const Scenario& smaller : simpler_scenarios(two, one)) {
        const bool is_same = smaller.script.calls.back().arguments == two.script.calls.back().arguments;
        CHECK(smaller.alone == (is_same ? "a, alone" : ""));
    }
}

TEST_CASE("smaller: a call is cancelled while it still lasts, or nothing is said about it") {
    const std::vector<Function> one = functions(order);
    const Inputs inputs{{"work", {Input::Kind::time, 3'900'000'000}}, {"length", {Input::Kind::number, 0}}};
    const Scenario cancelled = make_scenario({"a", bilingual("a", "b"), {{&one[0], inputs, Time(3600ms)}}});
    const std::vector<Scenario> less = simpler_scenarios(cancelled, one);
    REQUIRE(less.size() == 1);  // 4 s, and neither 3.5 s nor 3 s
    CHECK(less[0].script.calls[0].arguments[0].second == "4000000000ns");
    CHECK(less[0].cancel_at[0] == Time(3600ms));
}

TEST_CASE(
    "smaller: whatever is drawn for our exercises stays within what may be drawn, and comes to an end") {
    for (const Exercise& exercise : exercises()) {
        Draw draw(1);
        std::vector<Scenario> scenarios = exercise.drawn(1);
        for (Scenario& usual : exercise.scenarios(1)) scenarios.push_back(std::move(usual));
        for (const Scenario& original : scenarios) {
            Scenario now = original;
            int steps = 0;
            for (std::vector<Scenario> less = exercise.simpler(now); !less.empty() && steps < 2000; ++steps) {
                for (std::size_t i = 0; i < less.size(); i += 1 + less.size() / 8)
                    REQUIRE(stays_inside(less[i], original, exercise.functions));
                now = draw.one_of(less);
                less = exercise.simpler(now);
            }
            CHECK_MESSAGE(steps < 2000, exercise.name << ": " << original.id);
        }
    }
}
