#include "grader/report/json.hpp"
#include "tests/grader/french.hpp"

#include "tests/grader/report_sample.hpp"
#include "tests/grader/utf8_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace grader;
using namespace report_sample;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> names;
    for (const auto& item : object.items()) {
        names.push_back(item.key());
    }
    return names;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("the keys of a verdict are in the order of its format") {
    const Json json = Json::parse(verdict_json(report_sample::failed()));
    CHECK_EQ(keys(json), Keys{"format", "exercise", "submission", "outcome", "score", "checks", "scenarios",
                              "diagnostics", "grader", "resources"});
    CHECK_EQ(keys(json["submission"]), Keys{"file", "sha256", "bytes"});
    CHECK_EQ(keys(json["checks"][1]), Keys{"id", "title", "status", "points", "max_points", "expected",
                                           "observed", "hint", "scenario", "at_us", "location"});
    CHECK_EQ(keys(json["scenarios"][0]),
             Keys{"id", "name", "inputs", "orders_tried", "all_orders", "duration_us", "timeline", "output"});
    CHECK_EQ(keys(json["scenarios"][0]["timeline"][0]),
             Keys{"at_us", "event", "coroutine", "coroutine_id", "task_id", "line", "for_us"});
    CHECK_EQ(keys(json["grader"]), Keys{"version", "seed", "compiler", "language"});
}

TEST_CASE("a verdict holds its values, with times in microseconds") {
    const Json json = Json::parse(verdict_json(report_sample::failed()));
    CHECK_EQ(json["format"], "awaitlab-verdict/1");
    CHECK_EQ(json["outcome"], "failed");
    CHECK_EQ(json["score"]["points"], 6);
    CHECK_EQ(json["checks"][1]["at_us"], 6000000);
    CHECK_EQ(json["checks"][1]["location"]["line"], 2);
    CHECK_EQ(json["scenarios"][0]["timeline"][0]["for_us"], 2000000);
    CHECK_EQ(json["scenarios"][0]["output"][0]["text"], "Bread is in…\n");
    CHECK_EQ(json["resources"]["contained_by"], Json{"bubblewrap", "seccomp", "rlimits"});
}

TEST_CASE("a key that would mean nothing is left out") {
    const Json json = Json::parse(verdict_json(report_sample::failed()));
    CHECK_EQ(keys(json["checks"][0]), Keys{"id", "title", "status", "points", "max_points"});
    CHECK_FALSE(json.contains("reason"));
    const Json unreadable = Json::parse(verdict_json(report_sample::unreadable()));
    CHECK_FALSE(unreadable.contains("exercise"));
    CHECK_FALSE(unreadable["submission"].contains("sha256"));
    CHECK_FALSE(unreadable["grader"].contains("compiler"));
    CHECK_EQ(unreadable["reason"], "holiday.jpg is not C++.");
}

TEST_CASE("a moment of zero means something") {
    Verdict verdict = report_sample::failed();
    verdict.checks[1].at = 0s;
    CHECK_EQ(Json::parse(verdict_json(verdict))["checks"][1]["at_us"], 0);
}

TEST_CASE("a diagnostic without a line, from the linker, has none") {
    Verdict verdict = report_sample::bare(Outcome::compile_error);
    verdict.diagnostics = {{Severity::error, "", 0, 0, "breakfast() is missing"}};
    CHECK_EQ(keys(Json::parse(verdict_json(verdict))["diagnostics"][0]), Keys{"severity", "message"});
}

TEST_CASE("the texts of a verdict are in its language") {
    const Json json = Json::parse(verdict_json(report_sample::failed(french())));
    CHECK_EQ(json["checks"][1]["title"], "Le pain et le café se font ensemble");
    CHECK_EQ(json["checks"][1]["observed"], "le café a commencé à 6 s");
    CHECK_EQ(json["grader"]["language"], "fr");
}

TEST_CASE("inputs keep the order they were given in, and a text that is no object becomes an empty one") {
    Verdict verdict = report_sample::failed();
    CHECK_EQ(keys(Json::parse(verdict_json(verdict))["scenarios"][0]["inputs"]), Keys{"z", "a"});
    for (const std::string inputs : {"", "[1]", "{", "null"}) {
        verdict.scenarios[0].inputs_json = inputs;
        CHECK_EQ(Json::parse(verdict_json(verdict))["scenarios"][0]["inputs"], Json::object());
    }
}

TEST_CASE("a timeline that was shortened says so") {
    Verdict verdict = report_sample::failed();
    verdict.scenarios[0].shortened = true;
    CHECK_EQ(Json::parse(verdict_json(verdict))["scenarios"][0]["shortened"], true);
}

TEST_CASE("any bytes give valid JSON: U+FFFD for what is no UTF-8, escapes for control characters") {
    Verdict verdict = report_sample::failed();
    verdict.scenarios[0].output = {{0s, std::string("a\xff\0\x1b[2J\xed\xa0\x80z", 12)}};
    const std::string json = verdict_json(verdict);
    CHECK(contains(json, R"("a)"
                         "\xEF\xBF\xBD"
                         R"(\u0000\u001b[2J)"));
    CHECK_FALSE(contains(json, "\x1b"));
    const std::string hostile = verdict_json(report_sample::hostile());
    CHECK(Json::accept(hostile));
    CHECK(utf8_text::unsafe_in(hostile) == "");
    const Verdict verdict_of_them = report_sample::hostile();
    CHECK(utf8_text::unsafe_in(check_json(verdict_of_them.checks[1], french())) == "");
    CHECK(utf8_text::unsafe_in(run_json(verdict_of_them.scenarios[0])) == "");
}

TEST_CASE("the same verdict gives the same bytes, indented by two spaces, with a line end") {
    const std::string json = verdict_json(report_sample::hostile());
    CHECK_EQ(json, verdict_json(report_sample::hostile()));
    CHECK(json.starts_with("{\n  \"format\": \"awaitlab-verdict/1\",\n"));
    CHECK(json.ends_with("}\n"));
}

TEST_CASE("a report holds its verdicts in order and the sum of their points") {
    const Json json = Json::parse(
        report_json({report_sample::failed(), report_sample::passed(), report_sample::unreadable()}));
    CHECK_EQ(keys(json), Keys{"format", "verdicts", "score"});
    CHECK_EQ(json["format"], "awaitlab-report/1");
    CHECK_EQ(json["verdicts"].size(), 3);
    CHECK_EQ(json["verdicts"][1]["outcome"], "passed");
    CHECK_EQ(json["score"], (Json{{"points", 16}, {"max_points", 20}}));
}

TEST_CASE("a report of nothing is empty, and its score is zero") {
    const Json json = Json::parse(report_json({}));
    CHECK(json["verdicts"].is_array());
    CHECK(json["verdicts"].empty());
    CHECK_EQ(json["score"]["max_points"], 0);
}
