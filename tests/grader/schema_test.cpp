#include "tests/grader/schema.hpp"
#include "tests/grader/french.hpp"

#include "grader/protocol/events.hpp"
#include "grader/report/json.hpp"
#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace grader;
using Json = nlohmann::ordered_json;

namespace {

/// Whether the schema still accepts the verdict after somebody changed it.
template <class Change>
bool accepts(Change change) {
    Json verdict = Json::parse(verdict_json(report_sample::failed()));
    change(verdict);
    const std::string said = schema::complaints(verdict.dump());
    REQUIRE_MESSAGE(said.find("python3-jsonschema") == std::string::npos, said);
    return said.empty();
}

}  // namespace

TEST_CASE("the schema accepts every verdict of the samples, alone and in one report") {
    const std::vector<Verdict> verdicts{
        report_sample::failed(),
        report_sample::failed(french()),
        report_sample::passed(),
        report_sample::compile_error(),
        report_sample::unreadable(),
        report_sample::hostile(),
        report_sample::bare(Outcome::not_started),
    };
    for (const Verdict& verdict : verdicts) {
        CHECK_EQ(schema::complaints(verdict_json(verdict)), "");
    }
    CHECK_EQ(schema::complaints(report_json(verdicts)), "");
    CHECK_EQ(schema::complaints(report_json({})), "");
}

TEST_CASE("the schema knows every outcome") {
    std::vector<Verdict> verdicts;
    for (int number = 0; number <= static_cast<int>(Outcome::internal_error); ++number) {
        Verdict verdict = report_sample::compile_error();
        verdict.outcome = static_cast<Outcome>(number);
        verdict.checks = {report_sample::passed_check("one", report_sample::same("One"), 1)};
        verdicts.push_back(verdict);
    }
    CHECK_EQ(schema::complaints(report_json(verdicts)), "");
}

TEST_CASE("the schema lists the events that a timeline shows, in their order") {
    std::ifstream file(AWAITLAB_SOURCE_DIR "/grader/verdict.schema.json");
    Json shown = Json::array();
    for (const protocol::EventType& type : protocol::event_types)
        if (type.shown != protocol::Shown::never) shown.push_back(type.word);
    CHECK_EQ(Json::parse(file)["$defs"]["event"]["properties"]["event"]["enum"], shown);
}

TEST_CASE("the schema refuses a key it does not know") {
    CHECK(accepts([](Json&) {}));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["mark"] = "A"; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["checks"][0]["mark"] = 1; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["resources"]["host"] = "x"; }));
}

TEST_CASE("the schema refuses a verdict without its score, and one of an unknown format") {
    CHECK_FALSE(accepts([](Json& verdict) { verdict.erase("score"); }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict.erase("format"); }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["format"] = "awaitlab-verdict/2"; }));
}

TEST_CASE("the schema accepts a negative length, since a student may ask for one") {
    CHECK(accepts([](Json& verdict) { verdict["scenarios"][0]["timeline"][0]["for_us"] = -1; }));
}

TEST_CASE("the schema refuses words, moments and numbers that cannot be") {
    CHECK_FALSE(accepts([](Json& verdict) { verdict["outcome"] = "ok"; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["score"]["points"] = -1; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["score"]["points"] = 6.5; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["checks"][1]["at_us"] = -1; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["checks"][1]["location"]["line"] = 0; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["submission"]["sha256"] = "abc"; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["scenarios"][0]["timeline"][0]["event"] = "slept"; }));
}

TEST_CASE("the schema refuses a failed check that earns points or does not say what was seen") {
    CHECK_FALSE(accepts([](Json& verdict) { verdict["checks"][1]["points"] = 1; }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["checks"][1].erase("observed"); }));
    CHECK_FALSE(accepts([](Json& verdict) { verdict["checks"][0]["points"] = 0; }));
    CHECK_FALSE(accepts([](Json& verdict) {
        verdict["checks"][2]["status"] = "skipped", verdict["checks"][2].erase("observed");
    }));
}

TEST_CASE("the schema refuses a pass with a failed check in it") {
    CHECK_FALSE(accepts([](Json& verdict) { verdict["outcome"] = "passed"; }));
}

TEST_CASE("what is no JSON, or holds a key twice, is not valid") {
    CHECK(report_sample::contains(schema::complaints("{"), "Expecting"));
    CHECK(report_sample::contains(schema::complaints(R"({"format": 1, "format": 2})"), "a key stands twice"));
    CHECK(report_sample::contains(schema::complaints("\"\xff\""), "utf-8"));
}
