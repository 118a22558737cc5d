#include "grader/exercise/driver_source.hpp"
#include "tests/grader/failures.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/refusals.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace grader;
using namespace refusals;
using namespace written_exercise;

TEST_CASE("an exercise.json is an exercise: title, functions, scenarios, criteria and a driver") {
    const Exercise exercise = read(good);
    CHECK(exercise.name == "parcel");
    CHECK(exercise.title.in(french()) == "Le colis");
    REQUIRE(exercise.functions.size() == 2);
    CHECK(exercise.functions[0].name == "fetch");
    CHECK(exercise.functions[0].parameters.size() == 6);
    REQUIRE(exercise.rubric.criteria().size() == 1);
    CHECK(exercise.rubric.max_points() == 4);
    CHECK(exercise.rubric.criteria()[0].expected.in(Language::english) == "it returns after exactly 2 s");
    REQUIRE(exercise.of_statement.size() == 1);
    const Scenario first = exercise.scenarios(7).front();
    CHECK(first.id == "as written");
    CHECK(first.name.in(Language::english) == "as written");
    CHECK(first.script.calls.at(0).arguments.at(1) ==
          std::pair<std::string, std::string>("delay", "2000000000ns"));
    CHECK(driver_source(exercise).find("fetch") != std::string::npos);
}

TEST_CASE("what a criterion expects is said by itself, or by each of its measures") {
    const Exercise exercise =
        read(expecting(R"([{"measure": "peak", "of": "1s", "at_most": 3}, {"no": "blocked"}])"));
    CHECK(exercise.rubric.criteria()[0].expected.in(Language::english) ==
          "at most 3 waits of 1 s at the same moment; the loop is never blocked");
    const Exercise in_words = read(expecting_in_words(R"({"no": "blocked"})"));
    CHECK(in_words.rubric.criteria()[0].expected.in(Language::english) == "right");
}

TEST_CASE("text that is not JSON is reported with its line") {
    const std::string words = "a comma, a colon, a quote or a bracket is missing, or one too many";
    check_refused("", "1: this is not JSON: at \"\" " + words);
    check_refused("{\n\"title\": {\"en\" \"a\"}}", "2: this is not JSON: at \"\"a\"\" " + words);
    check_refused("{\n\n\"title\": 1,\n\"title\": 2}", "4: \"title\" is there twice: keep one of them");
    check_refused(std::string(100, '['), "1: too many brackets within brackets");
    check_refused("{\"a\\nb\": 1}",
                  "1: a b: there is no such word here; it may be title, place, points, stub, functions, "
                  "header_waits, scenarios, "
                  "criteria");
    check_refused("[]", "1: an object {…} belongs here");
}

TEST_CASE("a file that is larger than anybody writes is not read") {
    CHECK(failures::sentence(reading_of(std::string(2 << 20, ' '))) == "exercise.json: larger than 1 MB");
}

TEST_CASE("what is missing, unknown or of the wrong kind is told with its place") {
    check_refused("{}", "1: \"title\" is missing");
    check_refused(replaced(good, "\"points\"", "\"pionts\""),
                  "13: criteria 1, pionts: there is no such word here; it may be id, points, of, when, "
                  "title, expect, expected, hint");
    const std::string points = "13: criteria 1, points: a whole number from 1 to 1000 belongs here";
    check_refused(replaced(good, "\"points\": 4", "\"points\": 0"), points);
    check_refused(replaced(good, "\"points\": 4", "\"points\": 2.5"), points);
    check_refused(replaced(good, "\"en\": \"Wait.\", ", ""), "14: criteria 1, hint: \"en\" is missing");
    check_refused(replaced(good, "{\"en\": \"Wait.\", \"fr\": \"Attendez.\"}", "\"Wait.\""),
                  "14: criteria 1, hint: write it in each language: {\"en\": \"…\", \"fr\": \"…\"}");
    check_refused(replaced(good, "\"of\": \"fetch\"", "\"of\": \"fecth\""),
                  "13: criteria 1, of: fecth is not among \"functions\"");
    check_refused(replaced(good, "\"title\": {", "\"points\": 10, \"title\": {"),
                  "3: points: the criteria have 4 points together");
    check_refused(replaced(good, "\"title\": {", "\"header_waits\": \"yes\", \"title\": {"),
                  "3: header_waits: true or false belongs here");
    const std::string one =
        good.substr(good.find("{\"id\": \"one\""), good.rfind("\n  ]") - good.find("{\"id\": \"one\""));
    check_refused(with_criterion(one + ",\n" + one),
                  "15: criteria 2: there are two criteria \"one\": rename one of them");
}

TEST_CASE("functions that make no sense are told with their place") {
    check_refused(replaced(good, "\"toast\": {", "\"brew\": {"),
                  "7: functions, brew: parcel.hpp does not declare brew");
    check_refused(replaced(good, "\"toast\": {", "\"toast\": {\"parameter\": {}, "),
                  "7: functions, toast, parameter: there is no such word here; it may be parameters, let, "
                  "lasts, returns, cases, inputs, "
                  "late, cancelled");
    check_refused(replaced(good, "[2, 9]", "[9, 2]"),
                  "5: functions, fetch, parameters, count: both values must be of the same kind, the smaller "
                  "one first");
    check_refused(replaced(good, "\"lasts\": \"2s\"", "\"lasts\": 2"),
                  "7: functions, toast, lasts: a text in quotes belongs here");
    check_refused(replaced(good, "\"lasts\": \"2s\"", "\"lasts\": \"2\""),
                  "7: functions, toast, lasts: \"2\": a time belongs here, such as 1.5s");
    check_refused(replaced(good, "\"lasts\": \"2s\"", "\"late\": 1"),
                  "7: functions, toast, late: true or false belongs here");
    check_refused(replaced(good, "\"lasts\": \"delay\"", "\"lasts\": \"dealy\""),
                  "6: functions, fetch, lasts: \"dealy\": there is no value of the name dealy");
    check_refused(replaced(good, "\"lasts\": \"delay\"", "\"let\": {\"all\": \"lengths\"}"),
                  "6: functions, fetch, let: all is a list: take max, min, sum, count or size of it");
    check_refused(
        replaced(good, "\"lasts\": \"delay\"", "\"returns\": {\"a\": \"x\\ny\"}"),
        "6: functions, fetch, returns, a: write this expression in one line of at most 500 characters");
    check_refused("{\n\"title\": {\"en\": \"a\", \"fr\": \"b\"},\n\"functions\": {}}",
                  "3: functions: an object belongs here, with the functions that are called");
}

TEST_CASE("names that mean something else in formulas, or are none in C++, are refused") {
    for (const std::string name :
         {"cancelled", "cancelled_at", "late", "second", "true", "and", "or", "not", "2nd", "a b", ""}) {
        check_refused(
            replaced(good, "\"count\": [2, 9]", "\"" + name + "\": [2, 9]"),
            "5: functions, fetch, parameters, " + name + ": \"" + name + "\" cannot be a name here");
    }
    check_refused(replaced(good, "\"lasts\": \"delay\"", "\"let\": {\"second\": \"delay\"}"),
                  "6: functions, fetch, let, second: \"second\" cannot be a name here");
}

TEST_CASE("cases that make no sense are told with their place") {
    const auto refused = [](const std::string& one, const std::string& words) {
        check_refused(
            replaced(good, "\"lasts\": \"delay\"", "\"lasts\": \"delay\", \"cases\": [" + one + "]"),
            "6: functions, fetch, cases 1" + words);
    };
    const std::string kind = ": this is not of the parameter's kind";
    refused(R"({"with": {"cuont": 3}})", ", with, cuont: fetch has no parameter of this name");
    refused(R"({"wiht": {}})", ", wiht: there is no such word here; it may be name, with, when");
    refused(R"({"when": "count"})", ", when: \"count\": this is neither true nor false");
    refused(R"({"when": "count > 1s"})",
            ", when: \"count > 1s\": a time and a number do not go together: write 2s, not 2");
    refused(R"({"when": "count > 99"})",
            ": no drawn inputs fulfil this case: restrict the parameters with \"with\"");
    refused(R"({"with": {"delay": "count"}})", ", with, delay" + kind);
    refused(R"({"with": {"count": "2s"}})", ", with, count" + kind);
    refused(R"({"with": {"count": "cuont + 1"}})",
            ", with, count: \"cuont + 1\": there is no value of the name cuont");
    refused(R"({"with": {"count": ["1s", "2s"]}})", ", with, count" + kind);
    refused(R"({"with": {"lengths": {"list": [0, 2], "of": [1, 2]}}})", ", with, lengths" + kind);
    refused(R"({"with": {"lengths": {"list": [0, 2], "of": "Server", "fields": {"name": "text"}}}})",
            ", with, lengths" + kind);
    refused(R"({"with": {"lengths": {"list": [2, 1]}}})",
            ", with, lengths, list: both values must be of the same kind, the smaller one first");
    refused(R"({"with": {"lengths": {"list": [0, 301]}}})",
            ", with, lengths: two numbers from 0 to 300 belong here");
    refused(R"({"with": {"lengths": [1]}})", ", with, lengths 1" + kind);
    refused(R"({"with": {"slots": {"slots": 2, "held": 3}}})",
            ", with, slots, held: a whole number from 0 to 2 belongs here");
}

TEST_CASE("scenarios that make no sense are told with their place") {
    const std::string scenario =
        functions.substr(functions.find("{\"id\": \"as written\""),
                         functions.rfind("\n  ],") - functions.find("{\"id\": \"as written\""));
    check_refused(replaced(good, scenario, scenario + ",\n" + scenario),
                  "11: scenarios 2: there are two scenarios \"as written\": rename one of them");
    for (const std::string taken : {"fetch alone", "toast late", "drawn 7"}) {
        check_refused(replaced(good, "\"id\": \"as written\"", "\"id\": \"" + taken + "\""),
                      "10: scenarios 1: \"" + taken +
                          "\" is also the name of a scenario that the grader adds: rename this one");
    }
    check_refused(replaced(good, "\"call\": \"fetch\"", "\"call\": \"fecth\""),
                  "10: scenarios 1, calls 1, call: this function is not among \"functions\"");
    check_refused(replaced(good, "\"count\": 3, ", ""),
                  "10: scenarios 1, calls 1, with: \"count\" is missing");
    check_refused(replaced(good, "\"count\": 3, ", "\"count\": 3, \"age\": 3, "),
                  "10: scenarios 1, calls 1, with, age: there is no such word here; it may be count, delay, "
                  "name, lengths, names, slots");
    check_refused(replaced(good, "\"delay\": \"2s\"", "\"delay\": 2"),
                  "10: scenarios 1, calls 1, with, delay: this is not of the parameter's kind");
    check_refused(replaced(good, scenario, "{\"id\": \"as written\", \"calls\": []}"),
                  "10: scenarios 1, calls: a list […] with at least one element belongs here");
}

TEST_CASE("any bytes give an exercise or a sentence, and throw nothing") {
    for (std::size_t length = 0; length < good.size(); length += 7) {
        const auto cut = reading_of(good.substr(0, length));
        CHECK(static_cast<bool>(cut) == (length + 1 >= good.size()));
        std::string other = good;
        other[length] = '\xff';
        const auto one = reading_of(other);
        CHECK(static_cast<bool>(one) == failures::sentence(one).empty());
    }
}
