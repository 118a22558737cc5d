#include "tests/grader/domains.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace grader;
using domains::of;

namespace {

using Kind = Input::Kind;

/// It is refused in these words, at this place.
void check_refused(const std::string& json, const std::string& words) {
    CAPTURE(json);
    const bool is_item = words.starts_with("1: ") || words.starts_with("2: ");  // of the list at the top
    CHECK(domains::read(json).complaint == "exercise.json:1: " + std::string(is_item ? " " : "") + words);
}

constexpr std::int64_t second = 1'000'000'000;

}  // namespace

TEST_CASE("domains: a number or a time has a smallest and a largest value") {
    CHECK(of("[2, 9]").kind == Kind::number);
    CHECK(of("[-3, 9]").least == -3);
    CHECK(of("[2, 9]").most == 9);
    const Domain time = of(R"(["0.5s", "2s"])");
    CHECK(time.kind == Kind::time);
    CHECK(time.least == second / 2);
    CHECK(time.most == 2 * second);
}

TEST_CASE("domains: a value alone is always the same") {
    for (const char* json : {"3", R"("1.5s")", "true", "false"}) {
        const Domain domain = of(json);
        REQUIRE(domain.one_of.size() == 1);
        CHECK(domain.one_of.front().kind == domain.kind);
    }
    CHECK(of("3").one_of.front().value == 3);
    CHECK(of(R"("1.5s")").one_of.front().value == 3 * second / 2);
    CHECK(of("true").kind == Kind::truth);
}

TEST_CASE("domains: one of several values, of one kind") {
    CHECK(of(R"({"one_of": ["1s", "5s"]})").kind == Kind::time);
    CHECK(of(R"({"one_of": [1, 5]})").kind == Kind::number);
    CHECK(of(R"({"one_of": ["A", "3"]})").kind == Kind::text);
    CHECK(of(R"({"one_of": [true, false]})").kind == Kind::truth);
    check_refused(R"({"one_of": ["1s", 5]})", "all of them must be of one kind");
    check_refused(R"({"one_of": []})", "one_of: a list […] with at least one element belongs here");
    check_refused(R"({"one_of": [1.5]})", "one_of 1: a text in quotes belongs here");
}

TEST_CASE("domains: texts, truths, lists, structs and semaphores") {
    CHECK(of(R"("text")").kind == Kind::text);
    CHECK(of(R"("truth")").kind == Kind::truth);
    const Domain servers = of(domains::servers);
    CHECK(servers.kind == Kind::list);
    CHECK(servers.least == 0);
    CHECK(servers.most == 12);
    REQUIRE(servers.item.size() == 1);
    CHECK(servers.item.front().type == "Server");
    REQUIRE(servers.item.front().fields.size() == 2);
    CHECK(servers.item.front().fields[1].second.kind == Kind::time);
    CHECK(
        of(R"({"list": [1, 3], "of": {"struct": "Server", "fields": {"name": "text"}}})").item.front().kind ==
        Kind::record);
    CHECK(of(R"({"struct": "Server", "fields": {"name": "text"}})").type == "Server");
    const Domain semaphore = of(R"({"semaphore": [1, 3], "held_for": ["0s", "1s"]})");
    CHECK(semaphore.kind == Kind::semaphore);
    REQUIRE(semaphore.fields.size() == 1);
    CHECK(semaphore.fields.front().second.most == second);
}

TEST_CASE("domains: a range that is upside down, or of two kinds, is refused") {
    const std::string words = "both values must be of the same kind, the smaller one first";
    check_refused("[9, 2]", words);
    check_refused(R"(["2s", "1s"])", words);
    check_refused(R"([1, "2s"])", words);
    check_refused("[1, 2, 3]", R"(write the smallest and the largest value: [2, 9] or ["0.5s", "2s"])");
    check_refused("[]", R"(write the smallest and the largest value: [2, 9] or ["0.5s", "2s"])");
    check_refused(R"(["a", "b"])", R"(1: "a": there is no value of the name a)");
    check_refused(R"(["1s", "2 seconds"])", R"(2: "2 seconds": "seconds" was not expected)");
    check_refused(R"([1, 9000000000])",
                  "2: a number of at most a billion, or a time of at most three years, belongs here");
    check_refused(R"(["0s", "200000000s"])",
                  "2: a number of at most a billion, or a time of at most three years, belongs here");
}

TEST_CASE("domains: what cannot be drawn is refused") {
    const std::string words =
        R"(cannot be drawn: write a range such as [2, 9], a time, "text", or {"one_of": […]})";
    check_refused(R"("Server")", R"("Server" )" + words);
    check_refused(R"({"list": [0, 2], "of": "Server"})", R"(of: "Server" )" + words);
    check_refused(R"("3")", R"("3" )" + words);
    check_refused("null", "a text in quotes belongs here");
    check_refused("1.5", "a text in quotes belongs here");
    check_refused("{}", "one of these words belongs here: list, struct, semaphore, one_of");
    check_refused(R"({"lits": [0, 2]})", "one of these words belongs here: list, struct, semaphore, one_of");
}

TEST_CASE("domains: lists, structs and semaphores that make no sense are refused") {
    const std::string bounds = "list: two numbers from 0 to 300 belong here, such as [0, 12]";
    check_refused(R"({"list": 3, "of": [1, 2]})", bounds);
    check_refused(R"({"list": [-1, 3], "of": [1, 2]})", bounds);
    check_refused(R"({"list": [0, 301], "of": [1, 2]})", bounds);
    check_refused(R"({"list": ["1s", "2s"], "of": [1, 2]})", bounds);
    check_refused(R"({"list": [0, 3]})", R"("of" is missing)");
    check_refused(R"({"list": [0, 3], "of": [1, 2], "off": 1})",
                  "off: there is no such word here; it may be list, of, fields");
    check_refused(R"({"list": [0, 3], "of": {"list": [0, 3], "of": [1, 2]}})",
                  "of: a list holds numbers, times, texts or structs");
    check_refused(R"({"list": [0, 3], "of": {"semaphore": [1, 2]}})",
                  "of: a list holds numbers, times, texts or structs");
    check_refused(R"({"struct": "Server", "fields": {}})", "fields: an object {…} belongs here");
    check_refused(R"({"struct": "Server"})", R"("fields" is missing)");
    check_refused(R"({"struct": "Server", "fields": {"all": {"list": [0, 3], "of": [1, 2]}}})",
                  "fields: all: a field is a number, a time, a text or a truth");
    check_refused(R"({"semaphore": [0, 3]})", "semaphore: a semaphore needs at least one slot");
    check_refused(R"({"semaphore": 3})",
                  "semaphore: two numbers from 0 to 1000 belong here, such as [0, 12]");
    check_refused(R"({"semaphore": [1, 3], "held_for": [1, 2]})", "held_for: a time belongs here");
}

TEST_CASE("a value of the author's is read for its parameter, or refused") {
    const auto read = [](const std::string& json, const std::string& domain) {
        Reading reading(exercise_json);
        const JsonValue values = domains::parsed("{\"with\": " + json + "}");
        const Input input = read_input(values.items.front(), of(domain), reading);
        return reading.ok() ? in_words(input).in(Language::english)
                            : reading.complaint().in(Language::english);
    };
    CHECK(read("7", "[0, 3]") == "7");  // the author may ask for more than is drawn
    CHECK(read(R"("1.5s")", R"(["0s", "9s"])") == "1.5 s");
    CHECK(read(R"("2s")", R"("text")") == "2s");
    CHECK(read("true", R"("truth")") == "true");
    CHECK(read("[]", domains::servers) == "none");
    CHECK(read(R"([{"name": "New York", "delay": "1ns"}])", domains::servers) == R"("New York" 1 ns)");
    CHECK(read(R"({"slots": 3, "held": 2, "held_for": "9s"})",
               R"({"semaphore": [1, 3], "held_for": ["0s", "1s"]})") == "3");
    CHECK(read("7", R"(["0s", "9s"])") == "exercise.json:1: with: this is not of the parameter's kind");
    CHECK(read("7", R"("text")") == "exercise.json:1: with: a text in quotes belongs here");
    CHECK(read("7", domains::servers) == "exercise.json:1: with: a list […] belongs here");
    CHECK(read(R"([{"name": "A"}])", domains::servers) == R"(exercise.json:1: with 1: "delay" is missing)");
    CHECK(read(R"([{"name": "A", "delay": "1s", "age": 3}])", domains::servers) ==
          "exercise.json:1: with 1, age: there is no such word here; it may be name, delay");
    CHECK(read(R"({"slots": 2, "held": 3})", R"({"semaphore": [1, 3]})") ==
          "exercise.json:1: with, held: a whole number from 0 to 2 belongs here");
    CHECK(read(R"({"slots": 0})", R"({"semaphore": [1, 3]})") ==
          "exercise.json:1: with, slots: a whole number from 1 to 1000 belongs here");
}
