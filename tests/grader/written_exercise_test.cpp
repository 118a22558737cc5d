#include "grader/rubric/written_exercise.hpp"
#include "tests/grader/written_rubric.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace grader;
using namespace written_rubric;

namespace {

Exercise read(const std::string& json) {
    ReadExercise result = read_exercise("parcel", json, header);
    REQUIRE_MESSAGE(result.exercise, result.complaint.in(Language::english));
    return *result.exercise;
}

/// It is refused in these words, in one line, and in other words in French.
void check_refused(const std::string& json, const std::string& words) {
    const ReadExercise result = read_exercise("parcel", json, header);
    CHECK_FALSE(result.exercise);
    const std::string english = result.complaint.in(Language::english);
    CHECK(english == words);
    CHECK(english.find('\n') == std::string::npos);
    CHECK(result.complaint.in(Language::french) != english);
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), by);
}

const std::string good = expecting(R"({"measure": "finish_time", "exactly": "2s"})");

}  // namespace

TEST_CASE("a rubric.json is an exercise: title, scenarios, criteria and a driver") {
    const Exercise exercise = read(good);
    CHECK(exercise.name == "parcel");
    CHECK(exercise.title.in(Language::french) == "Le colis");
    const Rubric rubric = exercise.rubric();
    REQUIRE(rubric.criteria().size() == 1);
    CHECK(rubric.max_points() == 4);
    CHECK(rubric.criteria()[0].expected.in(Language::english) == "it returns after exactly 2s");
    const std::vector<Scenario> scenarios = exercise.scenarios(7);
    REQUIRE(scenarios.size() == 3);
    CHECK(scenarios[0].name.in(Language::english) == "fetch(3, 2s)");
    CHECK(scenarios[2].name.in(Language::english) == "fetch(3, 2s), cancelled from outside after 1s");
    CHECK(scenarios[2].cancel_at == Time(std::chrono::seconds(1)));
    CHECK(exercise.driver.find("fetch(count, delay)") != std::string::npos);
}

TEST_CASE("values are drawn from the seed, within their bounds, and stand among the inputs") {
    const Exercise exercise = read(good);
    bool other_values = false;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Scenario drawn = exercise.scenarios(seed).at(1);
        const auto& values = drawn.script.calls.at(0).arguments;
        const int count = std::stoi(values.at(0).second);
        const long long delay = std::stoll(values.at(1).second);
        CHECK((count >= 2 && count <= 9));
        CHECK((delay >= 500'000'000 && delay <= 2'000'000'000 && delay % 100'000'000 == 0));
        CHECK(drawn.inputs_json ==
              "{\"count\":" + std::to_string(count) + ",\"delay_us\":" + std::to_string(delay / 1000) + "}");
        other_values = other_values || drawn.inputs_json != exercise.scenarios(0).at(1).inputs_json;
        CHECK(drawn.inputs_json == exercise.scenarios(seed).at(1).inputs_json);
    }
    CHECK(other_values);
}

TEST_CASE("what is no JSON is told with its line") {
    check_refused(
        "",
        "rubric.json:1: this is not JSON: at \"\" a comma, a colon, a quote or a bracket is missing, or one "
        "too many");
    check_refused("{\n\"title\": {\"en\" \"a\"}}",
                  "rubric.json:2: this is not JSON: at \"\"a\"\" a comma, a colon, a quote or a "
                  "bracket is missing, "
                  "or one too many");
    check_refused("{\n\n\"title\": 1,\n\"title\": 2}",
                  "rubric.json:4: \"title\" stands there twice: keep one of them");
    check_refused(std::string(100, '['), "rubric.json:1: too many brackets within brackets");
    check_refused(
        "{\"a\\nb\": 1}",
        "rubric.json:1: a b: there is no such word here; it may be title, points, scenarios, criteria");
    check_refused("[]", "rubric.json:1: an object {…} belongs here");
}

TEST_CASE("what is missing, unknown or of the wrong kind is told with its place") {
    check_refused("{}", "rubric.json:1: \"title\" is missing");
    check_refused(
        replaced(good, "\"points\"", "\"pionts\""),
        "rubric.json:10: criteria 1, pionts: there is no such word here; it may be id, points, title, in, "
        "expect, expected, hint");
    check_refused(replaced(good, "\"points\": 4", "\"points\": 0"),
                  "rubric.json:10: criteria 1, points: a whole number from 1 to 1000 belongs here");
    check_refused(replaced(good, "\"points\": 4", "\"points\": 2.5"),
                  "rubric.json:10: criteria 1, points: a whole number from 1 to 1000 belongs here");
    check_refused(replaced(good, ", \"fr\": \"Attendez.\"", ""),
                  "rubric.json:11: criteria 1, hint: \"fr\" is missing");
    check_refused(
        replaced(good, "{\"en\": \"Wait.\", \"fr\": \"Attendez.\"}", "\"Wait.\""),
        "rubric.json:11: criteria 1, hint: write it in both languages: {\"en\": \"…\", \"fr\": \"…\"}");
    check_refused(replaced(good, "\"id\": \"one\"", "\"id\": \"One!\""),
                  "rubric.json:10: criteria 1, id: an id has small letters, digits and - only");
    check_refused(replaced(good, "[\"as written\"]", "[\"as wirtten\"]"),
                  "rubric.json:10: criteria 1, in: there is no scenario \"as wirtten\"");
    check_refused(replaced(good, "\"title\": {", "\"points\": 10, \"title\": {"),
                  "rubric.json:3: points: the criteria have 4 points together");
}

TEST_CASE("scenarios that make no sense are told with their place") {
    check_refused(replaced(good, "\"id\": \"drawn\"", "\"id\": \"as written\""),
                  "rubric.json:6: scenarios 2: there are two scenarios \"as written\": rename one of them");
    check_refused(replaced(good, "[2, 9]", "[9, 2]"),
                  "rubric.json:6: scenarios 2, with, count: the first is the smallest value, the second the "
                  "largest, of "
                  "the same kind");
    check_refused(replaced(good, "[2, 9]", "7"),
                  "rubric.json:6: scenarios 2, with, count: write the smallest and the largest value: [2, 9] "
                  "or [\"0.5s\", "
                  "\"2s\"]");
    check_refused(replaced(good, "\"2s\"]}", "\"2 seconds\"]}"),
                  "rubric.json:6: scenarios 2, with, delay 2: \"2 seconds\": \"seconds\" was not expected");
    check_refused(replaced(good, "\"cancel_at\": \"1s\"", "\"cancel_at\": \"1\""),
                  "rubric.json:7: scenarios 3, cancel_at: a time belongs here, such as 1.5s");
    check_refused(replaced(good, "[\"fetch(3, 2s)\"]", "[]"),
                  "rubric.json:5: scenarios 1, calls: a list […] of at least one belongs here");
    check_refused(
        replaced(good, "fetch(3, 2s)", "fetch(3,\\n2s)"),
        "rubric.json:5: scenarios 1, calls 1: write this expression in one line of at most 500 characters");
}

TEST_CASE("a measure that there is not, or whose arguments make no sense, is told with its place") {
    const auto expect = [](const std::string& measure, const std::string& words) {
        CAPTURE(measure);
        check_refused(expecting(measure), "rubric.json:11: criteria 1, expect" + words);
    };
    expect(R"({"measure": "peek"})",
           ", measure: there is no measure peek; it may be count, overlap, peak, limit_used, before, after, "
           "within, "
           "finish_time, waited_exactly, said_at, said_at_begin_and_end, order_kept, gives, cancelled_at, "
           "stopped_when_cancelled");
    expect(R"({"no": "panic"})",
           ", no: there is no measure panic; it may be blocked, swallowed_cancellation, never_awaited, "
           "left_behind, "
           "deadlocked");
    expect(R"({"measure": "peak"})",
           ": \"exactly\" is needed, or else \"at_least\", \"at_most\" or both of them");
    expect(R"({"measure": "peak", "exactly": 2, "at_most": 3})",
           ": \"exactly\" is needed, or else \"at_least\", \"at_most\" or both of them");
    expect(R"({"measure": "peak", "at_most": "2s"})",
           ", at_most: \"2s\": a number belongs here, and not a time");
    expect(R"({"measure": "peak", "at_most": 2, "off": "1s"})",
           ", off: there is no such word here; it may be measure, of, exactly, at_least, at_most");
    expect(R"({"measure": "peak", "at_most": 2, "of": "fecth"})",
           ", of: \"fecth\": there is no value of the name fecth (nor is it a function of the header)");
    expect(R"({"measure": "finish_time", "exactly": "delay"})",
           ", exactly: \"delay\": there is no value of the name delay");
    expect(R"({"measure": "finish_time", "exactly": 2})",
           ", exactly: \"2\": a time belongs here, such as 1.5s");
    expect(R"({"measure": "stopped_when_cancelled"})",
           ": nobody cancels in the scenario \"as written\": give that one a cancel_at");
    expect(R"({"no": "swallowed_cancellation"})",
           ": nobody cancels in the scenario \"as written\": give that one a cancel_at");
    expect(R"({"measure": "order_kept"})", ": exactly one of these is needed: printed, given");
    expect("[]", ": a list […] of at least one belongs here");
    expect("7", ": \"measure\" is missing");
}

TEST_CASE("any bytes give an exercise or a sentence, and throw nothing") {
    for (std::size_t length = 0; length < good.size(); ++length) {
        const ReadExercise cut = read_exercise("parcel", good.substr(0, length), header);
        CHECK(cut.exercise.has_value() == (length + 1 >= good.size()));
        std::string other = good;
        other[length] = '\xff';
        const ReadExercise read = read_exercise("parcel", other, header);
        CHECK(read.exercise.has_value() == read.complaint.empty());
    }
}
