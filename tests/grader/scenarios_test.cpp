#include "grader/rubric/exercise.hpp"
#include "grader/rubric/weather_inputs.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace grader;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t seeds = 500;

/// Everything about scenarios that a submission can notice.
std::string bytes_of(const std::vector<Scenario>& scenarios) {
    std::string bytes;
    for (const Scenario& one : scenarios) {
        bytes += one.id + protocol::write_script(one.script) + one.inputs_json;
        if (one.cancel_at) bytes += std::to_string(one.cancel_at->count());
    }
    return bytes;
}

const Scenario& named(const std::vector<Scenario>& scenarios, const std::string& id) {
    const auto found = std::ranges::find(scenarios, id, &Scenario::id);
    REQUIRE_MESSAGE(found != scenarios.end(), id);
    return *found;
}

Forecasting forecast_in(const std::vector<Scenario>& scenarios, const std::string& id, std::size_t call = 0) {
    return inputs_of(named(scenarios, id).script.calls.at(call));
}

int number(const protocol::Call& call, const std::string& name) {
    const auto found = std::ranges::find(call.arguments, name, &std::pair<std::string, std::string>::first);
    REQUIRE(found != call.arguments.end());
    return std::stoi(found->second);
}

std::int64_t later_than_budget(const Forecasting& inputs) {
    return std::ranges::count_if(inputs.servers,
                                 [&](const AskedServer& one) { return one.delay > inputs.budget; });
}

/// Names that differ, none in another: a text then tells whose it is.
bool names_tell_apart(const Forecasting& inputs) {
    for (const AskedServer& one : inputs.servers) {
        for (const AskedServer& other : inputs.servers) {
            if (&one != &other && other.name.find(one.name) != std::string::npos) return false;
        }
    }
    return true;
}

Time sum_of_delays(const Forecasting& inputs) {
    Time sum{};
    for (const AskedServer& one : inputs.servers) sum += one.delay;
    return sum;
}

/// All in time, arriving in another order than they are asked, and too slow one after the other.
void check_in_time(const Forecasting& inputs) {
    REQUIRE(slowest(inputs) < inputs.budget);
    REQUIRE_FALSE(std::ranges::is_sorted(inputs.servers, {}, &AskedServer::delay));
    REQUIRE(sum_of_delays(inputs) > inputs.budget);
    REQUIRE(names_tell_apart(inputs));
}

/// Some in time, at least two not.
void check_too_slow(const Forecasting& inputs) {
    REQUIRE(later_than_budget(inputs) >= 2);
    REQUIRE(inputs.servers.front().delay < inputs.budget);
    REQUIRE(names_tell_apart(inputs));
    for (const AskedServer& one : inputs.servers) REQUIRE(one.delay != inputs.budget);
}

bool in_both_languages(const Text& text) {
    return !text.in(Language::english).empty() && !text.in(Language::french).empty();
}

}  // namespace

TEST_CASE("exercises: there are three, in the order of the course, and each is found by its name") {
    std::vector<std::string> names;
    for (const Exercise& one : exercises()) {
        names.push_back(one.name);
        CHECK(find_exercise(one.name) == &one);
        CHECK(in_both_languages(one.title));
        CHECK(one.title.in(Language::english) != one.title.in(Language::french));
    }
    CHECK(names == std::vector<std::string>{"toaster", "weather", "crawler"});
    CHECK(find_exercise("toasters") == nullptr);
    CHECK(find_exercise("") == nullptr);
}

TEST_CASE("rubrics: each has ten points, all of them in whole positive parts") {
    for (const Exercise& exercise : exercises()) {
        const Rubric rubric = exercise.rubric();
        CHECK_MESSAGE(rubric.max_points() == 10, exercise.name);
        for (const Criterion& one : rubric.criteria()) CHECK_MESSAGE(one.points > 0, one.id);
    }
}

TEST_CASE("rubrics: no two criteria have the same id, in the whole course") {
    std::set<std::string> seen;
    for (const Exercise& exercise : exercises()) {
        const Rubric rubric = exercise.rubric();
        for (const Criterion& one : rubric.criteria()) CHECK_MESSAGE(seen.insert(one.id).second, one.id);
    }
}

TEST_CASE("rubrics: every criterion says in both languages what it is, what it expects and what may help") {
    for (const Exercise& exercise : exercises()) {
        const Rubric rubric = exercise.rubric();
        for (const Criterion& one : rubric.criteria()) {
            CAPTURE(one.id);
            CHECK(in_both_languages(one.title));
            CHECK(in_both_languages(one.expected));
            CHECK(in_both_languages(one.hint));
            CHECK(one.title.in(Language::english) != one.title.in(Language::french));
            CHECK(one.expected.in(Language::english) != one.expected.in(Language::french));
            CHECK(static_cast<bool>(one.measure));
        }
    }
}

TEST_CASE(
    "rubrics: every criterion is judged in scenarios that there are, and every scenario decides something") {
    for (const Exercise& exercise : exercises()) {
        std::set<std::string> ids;
        for (const Scenario& one : exercise.scenarios(1)) ids.insert(one.id);
        std::set<std::string> used{"alone"};  // what "twice" is compared with
        const Rubric rubric = exercise.rubric();
        for (const Criterion& one : rubric.criteria()) {
            CHECK_MESSAGE(!one.scenarios.empty(), one.id);
            for (const std::string& id : one.scenarios) CHECK_MESSAGE(ids.contains(id), one.id, ": ", id);
            used.insert(one.scenarios.begin(), one.scenarios.end());
        }
        for (const std::string& id : ids) CHECK_MESSAGE(used.contains(id), exercise.name, ": ", id);
    }
}

TEST_CASE(
    "scenarios: ids are unique, names stand in both languages, inputs are JSON objects, with any seed") {
    for (const Exercise& exercise : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; seed += 50) {
            std::set<std::string> ids;
            for (const Scenario& one : exercise.scenarios(seed)) {
                CHECK(ids.insert(one.id).second);
                CHECK(in_both_languages(one.name));
                CHECK(nlohmann::json::parse(one.inputs_json, nullptr, false).is_object());
                CHECK_FALSE(one.script.calls.empty());
            }
        }
    }
}

TEST_CASE("scenarios: the same seed gives the same ones, to the byte") {
    for (const Exercise& exercise : exercises()) {
        for (const std::uint64_t seed : {0ULL, 1ULL, 0xffffffffffffffffULL}) {
            CHECK(bytes_of(exercise.scenarios(seed)) == bytes_of(exercise.scenarios(seed)));
        }
    }
}

TEST_CASE("scenarios: another seed gives other ones, but for a few coincidences") {
    for (const Exercise& exercise : exercises()) {
        std::set<std::string> seen;
        for (std::uint64_t seed = 0; seed < 100; ++seed) seen.insert(bytes_of(exercise.scenarios(seed * 2)));
        CHECK_MESSAGE(seen.size() > 95, exercise.name);
    }
}

TEST_CASE("scenarios: a script with any seed fits into a frame and is read as it was written") {
    for (const Exercise& exercise : exercises()) {
        for (std::uint64_t seed = 0; seed < seeds; seed += 10) {
            for (const Scenario& one : exercise.scenarios(seed)) {
                const std::string bytes = protocol::write_script(one.script);
                REQUIRE(bytes.size() < protocol::longest_frame);
                REQUIRE(protocol::read_script(bytes));
                REQUIRE(protocol::read_script(bytes)->calls.size() == one.script.calls.size());
            }
        }
    }
}

TEST_CASE("toaster: timers are late in the scenario that is about it, and in no other") {
    for (const std::uint64_t seed : {0ULL, 7ULL}) {
        for (const Scenario& one : toaster_scenarios(seed))
            CHECK((one.script.late_seed != 0) == one.id.starts_with("late"));
    }
}

TEST_CASE("weather: whatever the seed, in time is in time, and too slow is too slow for two at least") {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        const std::vector<Scenario> all = weather_scenarios(seed);
        check_in_time(forecast_in(all, "in time"));
        check_in_time(forecast_in(all, "twice", 0));
        check_in_time(forecast_in(all, "twice", 1));
        check_in_time(forecast_in(all, "late, then in time", 1));
        check_too_slow(forecast_in(all, "too slow"));
        check_too_slow(forecast_in(all, "late, then in time", 0));
    }
}

TEST_CASE("weather: whatever the seed, fifty servers are fifty, in time, and told apart") {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const Forecasting inputs = forecast_in(weather_scenarios(seed), "many");
        REQUIRE(inputs.servers.size() == 50);
        REQUIRE(slowest(inputs) < inputs.budget);
        REQUIRE(names_tell_apart(inputs));
    }
}

TEST_CASE("weather: whatever the seed, the cancellation comes while somebody waits, and within the budget") {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        const Scenario one = named(weather_scenarios(seed), "cancelled");
        REQUIRE(one.cancel_at);
        const Forecasting inputs = inputs_of(one.script.calls.at(0));
        REQUIRE(*one.cancel_at < inputs.budget);
        REQUIRE(slowest(inputs) > *one.cancel_at);
        REQUIRE(std::ranges::none_of(
            inputs.servers, [&](const AskedServer& server) { return server.delay == *one.cancel_at; }));
    }
}

TEST_CASE("weather: the standard scenario is the one of the statement") {
    const Forecasting inputs = forecast_in(weather_scenarios(3), "as written");
    REQUIRE(inputs.servers.size() == 3);
    CHECK(inputs.servers[1].name == "B");
    CHECK(inputs.servers[1].delay == 5s);
    CHECK(inputs.budget == 3s);
    CHECK(slowest(forecast_in(weather_scenarios(3), "exactly")) ==
          forecast_in(weather_scenarios(3), "exactly").budget);
    CHECK(slowest(Forecasting()) == 0s);
}

TEST_CASE("crawler: whatever the seed, the numbers are ones that tell right from wrong") {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        const std::vector<Scenario> all = crawler_scenarios(seed);
        const auto pages = [&](const char* id, std::size_t call = 0) {
            return number(named(all, id).script.calls.at(call), "pages");
        };
        const auto limit = [&](const char* id, std::size_t call = 0) {
            return number(named(all, id).script.calls.at(call), "limit");
        };
        REQUIRE(limit("one slot") == 1);
        REQUIRE(pages("one slot") > 1);
        REQUIRE(pages("roomy") < limit("roomy"));
        REQUIRE(pages("none") == 0);
        REQUIRE(pages("many") > 2 * limit("many"));
        REQUIRE(pages("many") <= 200);
        REQUIRE(pages("late") > 3 * limit("late"));
        REQUIRE(named(all, "late").script.late_seed != 0);
        REQUIRE(named(all, "cancelled").cancel_at < Time(1s));
        REQUIRE(pages("cancelled") > limit("cancelled"));
        REQUIRE(pages("twice", 1) == pages("alone"));
        REQUIRE(limit("twice", 1) == limit("alone"));
        REQUIRE(limit("twice", 0) < limit("twice", 1));
        REQUIRE(pages("alone") > limit("alone"));
    }
}
