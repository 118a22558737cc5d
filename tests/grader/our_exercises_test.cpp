#include "grader/exercise/course.hpp"
#include "tests/grader/domains.hpp"
#include "tests/grader/french.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace grader;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t seeds = 40;

/// All that a submission is tried with.
std::vector<Scenario> tried(const Exercise& exercise, std::uint64_t seed) {
    std::vector<Scenario> all = exercise.scenarios(seed);
    for (Scenario& one : exercise.drawn(seed)) all.push_back(std::move(one));
    return all;
}

/// Everything about scenarios that a submission can notice.
std::string bytes_of(const std::vector<Scenario>& scenarios) {
    std::string bytes;
    for (const Scenario& one : scenarios) {
        bytes += one.id + protocol::write_script(one.script) + one.inputs_json + one.alone;
        for (const auto& moment : one.cancel_at) bytes += moment ? std::to_string(moment->count()) : "-";
    }
    return bytes;
}

bool in_languages(const Text& text) {
    return !text.in(Language::english).empty() && !text.in(french()).empty();
}

const Exercise& exercise(const std::string& name) {
    const Exercise* found = find_exercise(name);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("exercises: there are three, in the order of the course, and each is found by its name") {
    std::vector<std::string> names;
    for (const Exercise& one : exercises()) {
        names.push_back(one.name);
        CHECK(find_exercise(one.name) == &one);
        CHECK(in_languages(one.title));
        CHECK(one.title.in(Language::english) != one.title.in(french()));
    }
    CHECK(names == std::vector<std::string>{"toaster", "weather", "crawler"});
    CHECK(find_exercise("toasters") == nullptr);
    CHECK(find_exercise("") == nullptr);
}

TEST_CASE("exercises: each has ten points, all of them in whole positive parts") {
    for (const Exercise& one : exercises()) {
        CHECK_MESSAGE(one.rubric.max_points() == 10, one.name);
        for (const Criterion& criterion : one.rubric.criteria())
            CHECK_MESSAGE(criterion.points > 0, criterion.id);
    }
}

TEST_CASE("exercises: no two criteria of one have the same id") {
    for (const Exercise& one : exercises()) {
        std::set<std::string> seen;
        for (const Criterion& criterion : one.rubric.criteria())
            CHECK_MESSAGE(seen.insert(criterion.id).second, criterion.id);
    }
}

TEST_CASE("exercises: every criterion says in both languages what it is, what it expects and what may help") {
    for (const Exercise& one : exercises()) {
        for (const Criterion& criterion : one.rubric.criteria()) {
            CAPTURE(criterion.id);
            CHECK(in_languages(criterion.title));
            CHECK(in_languages(criterion.expected));
            CHECK(in_languages(criterion.hint));
            CHECK(criterion.title.in(Language::english) != criterion.title.in(french()));
            CHECK(criterion.expected.in(Language::english) != criterion.expected.in(french()));
            REQUIRE_FALSE(criterion.expectations.empty());
            for (const Expectation& expectation : criterion.expectations) {
                CHECK(static_cast<bool>(expectation.measure));
                CHECK(in_languages(expectation.words));
            }
        }
    }
}

TEST_CASE(
    "exercises: whatever the seed, the usual scenarios ask every criterion and each of its expectations, and "
    "so do the drawn ones") {
    for (const Exercise& one : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            for (const bool drawn : {false, true}) {
                const std::vector<Scenario> scenarios = drawn ? one.drawn(seed) : one.scenarios(seed);
                for (const Criterion& criterion : one.rubric.criteria()) {
                    std::set<std::size_t> asked;
                    for (const Scenario& scenario : scenarios) {
                        for (std::size_t call = 0; call < scenario.script.calls.size(); ++call) {
                            if (!criterion.asks(scenario, call)) continue;
                            for (std::size_t i = 0; i < criterion.expectations.size(); ++i) {
                                if (criterion.expectations[i].asks(scenario, call)) asked.insert(i);
                            }
                        }
                    }
                    CHECK_MESSAGE(
                        asked.size() == criterion.expectations.size(),
                        one.name << ": " << criterion.id << (drawn ? ", drawn, seed " : ", seed ") << seed);
                }
            }
        }
    }
}

TEST_CASE("exercises: at least forty scenarios are drawn, whatever the seed") {
    for (const Exercise& one : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; ++seed)
            CHECK_MESSAGE(one.drawn(seed).size() >= 40, one.name);
    }
}

TEST_CASE("scenarios: ids are unique, names are in both languages, inputs are JSON objects, with any seed") {
    for (const Exercise& one : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; seed += 5) {
            std::set<std::string> ids;
            for (const Scenario& scenario : tried(one, seed)) {
                CHECK_MESSAGE(ids.insert(scenario.id).second, scenario.id);
                CHECK(in_languages(scenario.name));
                CHECK(nlohmann::json::parse(scenario.inputs_json, nullptr, false).is_object());
                CHECK_FALSE(scenario.script.calls.empty());
                CHECK(scenario.facts.size() == scenario.script.calls.size());
                CHECK(scenario.cancel_at.size() == scenario.script.calls.size());
            }
            for (const Scenario& scenario : tried(one, seed))
                CHECK((scenario.alone.empty() || ids.contains(scenario.alone)));
        }
    }
}

TEST_CASE("scenarios: the same seed gives the same ones, to the byte") {
    for (const Exercise& one : exercises()) {
        for (const std::uint64_t seed : {0ULL, 1ULL, 0xffffffffffffffffULL})
            CHECK(bytes_of(tried(one, seed)) == bytes_of(tried(one, seed)));
    }
}

TEST_CASE("scenarios: another seed gives other ones, the usual and the drawn") {
    for (const Exercise& one : exercises()) {
        std::set<std::string> usual;
        std::set<std::string> drawn;
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            usual.insert(bytes_of(one.scenarios(seed * 2)));
            drawn.insert(bytes_of(one.drawn(seed * 2)));
        }
        CHECK_MESSAGE(usual.size() == 30, one.name);
        CHECK_MESSAGE(drawn.size() == 30, one.name);
    }
}

TEST_CASE("scenarios: a script with any seed fits into a frame and is read as it was written") {
    for (const Exercise& one : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; seed += 2) {
            for (const Scenario& scenario : tried(one, seed)) {
                const std::string bytes = protocol::write_script(scenario.script);
                REQUIRE(bytes.size() < protocol::longest_frame);
                REQUIRE(protocol::read_script(bytes));
                REQUIRE(protocol::read_script(bytes)->calls.size() == scenario.script.calls.size());
            }
        }
    }
}

TEST_CASE("scenarios: a case holds of the inputs that are drawn for it, whatever the seed") {
    for (const Exercise& one : exercises()) {
        for (const Function& function : one.functions) {
            for (std::size_t i = 0; i < function.cases.size(); ++i) {
                Draw draw(i);
                for (std::uint64_t seed = 0; seed < seeds; ++seed) {
                    const Case& of_case = function.cases[i];
                    const auto inputs = draw_inputs(function, &of_case, draw);
                    REQUIRE_MESSAGE(inputs, of_case.name.in(Language::english));
                    const Values facts = facts_of(function, *inputs);
                    CHECK((of_case.when.empty() || is_true(of_case.when, facts)));
                    for (const auto& [parameter, domain] : of_case.with) {
                        const auto input = std::ranges::find(*inputs, parameter, &Inputs::value_type::first);
                        CHECK(domains::allows(domain, input->second));
                    }
                    for (const auto& [parameter, formula] : of_case.following)
                        CHECK(is_true(parameter + " == " + formula, facts));
                }
            }
        }
    }
}

TEST_CASE("scenarios: every case of every function is among the usual ones, whatever the seed") {
    for (const Exercise& one : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; seed += 4) {
            std::set<std::string> names;
            for (const Scenario& scenario : one.scenarios(seed))
                names.insert(scenario.name.in(Language::english));
            for (const Function& function : one.functions) {
                for (const Case& of_case : function.cases)
                    CHECK_MESSAGE(names.contains(of_case.name.in(Language::english)),
                                  of_case.name.in(Language::english));
            }
        }
    }
}

TEST_CASE("scenarios: timers are late in those of which it is known, and never in those of forecast()") {
    for (const Exercise& one : exercises()) {
        bool any = false;
        for (const Scenario& scenario : tried(one, 3)) {
            const bool is_late = scenario.script.late_seed != 0;
            any = any || is_late;
            for (std::size_t call = 0; call < scenario.script.calls.size(); ++call) {
                CHECK(is_true("late", scenario.facts[call]) == is_late);
                CHECK((!is_late || scenario.script.calls[call].function != "forecast"));
            }
        }
        CHECK_MESSAGE(any, one.name);
    }
}

TEST_CASE("the first scenario is the one of the statement") {
    const auto arguments = [](const std::string& name) {
        return exercise(name).scenarios(3).front().script.calls.at(0).arguments;
    };
    CHECK(exercise("toaster").scenarios(3).front().script.calls.at(0).function == "breakfast");
    CHECK(arguments("crawler") == Values{{"pages", "10"}, {"limit", "3"}});
    CHECK(arguments("weather") == Values{{"servers", "3"},
                                         {"servers.0.name", "A"},
                                         {"servers.0.delay", "1000000000ns"},
                                         {"servers.1.name", "B"},
                                         {"servers.1.delay", "5000000000ns"},
                                         {"servers.2.name", "C"},
                                         {"servers.2.delay", "500000000ns"},
                                         {"budget", "3000000000ns"}});
}

TEST_CASE("nothing is drawn that would take a submission too long: 200 pages and 50 servers at most") {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        for (const Scenario& scenario : tried(exercise("crawler"), seed)) {
            for (const auto& facts : scenario.facts) CHECK_FALSE(is_true("pages > 200", facts));
        }
        for (const Scenario& scenario : tried(exercise("weather"), seed)) {
            for (const auto& facts : scenario.facts) CHECK_FALSE(is_true("size(servers) > 50", facts));
        }
    }
}

TEST_CASE("the statement's own scenario is not made smaller") {
    for (const Exercise& one : exercises()) {
        for (const Scenario& scenario : one.of_statement) CHECK(one.simpler(scenario).empty());
    }
}
